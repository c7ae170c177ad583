using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Fields for the texts of an entry, in the language of the file or in one more language.</summary>
/// <param name="get">Returns the texts of their owner.</param>
internal sealed class Texts<TOwner>(Func<TOwner, EntryTexts> get)
    where TOwner : class
{
    private readonly Field<TOwner, Located<string>> _gloss = new(
        "gloss",
        Values.Text(200),
        owner => get(owner).Gloss,
        "The meaning of the name, for readers who do not know its language."
    );

    private readonly Field<TOwner, RichText> _about = new(
        "about",
        CourseValues.Line,
        owner => get(owner).About,
        "A description of the offer or the duty."
    );

    private readonly Field<TOwner, RichText> _worker = new(
        "worker",
        CourseValues.Line,
        owner => get(owner).Worker,
        "The legal duty of a person who works with children."
    );

    private readonly Field<TOwner, RichText> _volunteer = new(
        "volunteer",
        CourseValues.Line,
        owner => get(owner).Volunteer,
        "The legal duty of a volunteer."
    );

    private readonly Field<TOwner, Located<string>> _hours = new(
        "hours",
        Values.Text(200),
        owner => get(owner).Hours,
        "Opening hours."
    );

    private readonly Field<TOwner, Located<string>> _languages = new(
        "languages",
        Values.Text(200),
        owner => get(owner).Languages,
        "The languages of the service."
    );

    private readonly Field<TOwner, RichText> _none = new(
        "none",
        CourseValues.Line,
        owner => get(owner).None,
        "Why the country has none; this fills the slot."
    );

    public IReadOnlyList<Field<TOwner>> All => [_gloss, _about, _worker, _volunteer, _hours, _languages, _none];

    /// <summary>Reads the texts.</summary>
    /// <param name="values">The values of the owner.</param>
    /// <param name="language">The language of the texts.</param>
    public EntryTexts Read(FieldValues<TOwner> values, Located<string> language) =>
        new()
        {
            Language = language,
            Gloss = values.Get(_gloss),
            About = values.Get(_about),
            Worker = values.Get(_worker),
            Volunteer = values.Get(_volunteer),
            Hours = values.Get(_hours),
            Languages = values.Get(_languages),
            None = values.Get(_none),
        };
}
