using System.Globalization;
using System.Xml;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Writes the learning object metadata of a course into the manifest, in the IMS 1.2.1 binding. Metadata is optional,
/// but
/// conformance tests check all of it, so every element that SCORM 1.2 requires of a content aggregation (CAM 1.2, 2.2)
/// is written.
/// </summary>
internal static class LomWriter
{
    /// <summary>Language tag for text in no human language, such as a version.</summary>
    private const string NoLanguage = "x-none";

    public static void Write(XmlWriter xml, Course course)
    {
        var lom = new Card(xml, course.Language.Value);
        lom.Group(
            "lom",
            () =>
            {
                General(lom, course);
                lom.Group(
                    "lifecycle",
                    () =>
                    {
                        lom.Text("version", course.Version.Value, NoLanguage);
                        // A version such as 2.0.0-rc1 is not final.
                        lom.Vocabulary("status", course.Version.Value.Contains('-') ? "Draft" : "Final");
                    }
                );
                lom.Group(
                    "metametadata",
                    () =>
                    {
                        lom.Bare("metadatascheme", "ADL SCORM 1.2");
                        lom.Bare("language", course.Language.Value);
                    }
                );
                lom.Group(
                    "technical",
                    () =>
                    {
                        lom.Bare("format", "text/html");
                        lom.Location(ManifestWriter.LaunchFile);
                    }
                );
                lom.Group(
                    "educational",
                    () =>
                        lom.Group(
                            "typicallearningtime",
                            () =>
                                lom.Bare(
                                    "datetime",
                                    "PT" + course.Duration.ToString(CultureInfo.InvariantCulture) + "M"
                                )
                        )
                );
                Rights(lom, course);
                lom.Group(
                    "classification",
                    () =>
                    {
                        lom.Vocabulary("purpose", "Educational Objective");
                        Description(lom, course);
                        Keywords(lom, course);
                    }
                );
            }
        );
    }

    private static void General(Card lom, Course course) =>
        lom.Group(
            "general",
            () =>
            {
                lom.Text("title", PlainText.Line(course.Title.Value, Scorm12Limits.Title));
                lom.Group(
                    "catalogentry",
                    () =>
                    {
                        lom.Bare("catalog", "protect-scorm");
                        lom.Text("entry", course.Id.Value, NoLanguage);
                    }
                );
                lom.Bare("language", course.Language.Value);
                Description(lom, course);
                Keywords(lom, course);
            }
        );

    private static void Rights(Card lom, Course course) =>
        lom.Group(
            "rights",
            () =>
            {
                // The tool knows no prices. Of the common licences only CC0 reserves no rights.
                lom.Vocabulary("cost", "no");
                lom.Vocabulary(
                    "copyrightandotherrestrictions",
                    course.Licence.Value.StartsWith("CC0", StringComparison.Ordinal) ? "no" : "yes"
                );
                lom.Text("description", course.Licence.Value);
            }
        );

    private static void Description(Card lom, Course course) =>
        lom.Text("description", PlainText.Line(course.Description.Value, Scorm12Limits.Description));

    /// <summary>Writes the keywords, or the title in their place: the profile requires at least one.</summary>
    private static void Keywords(Card lom, Course course)
    {
        IEnumerable<string> words =
            course.Keywords.Count > 0 ? course.Keywords.Select(keyword => keyword.Value) : [course.Title.Value];
        foreach (string word in words.Take(Scorm12Limits.Keywords))
            lom.Text("keyword", word);
    }

    /// <summary>Writes the four forms of values that this binding has.</summary>
    private sealed class Card(XmlWriter xml, string language)
    {
        public void Group(string name, Action content)
        {
            xml.WriteStartElement("imsmd", name, Scorm12Schemas.Metadata);
            content();
            xml.WriteEndElement();
        }

        public void Bare(string name, string value) => Group(name, () => xml.WriteString(PlainText.Line(value)));

        public void Text(string name, string value, string? lang = null) =>
            Group(
                name,
                () =>
                    Group(
                        "langstring",
                        () =>
                        {
                            xml.WriteAttributeString("xml", "lang", null, lang ?? language);
                            xml.WriteString(PlainText.Line(value));
                        }
                    )
            );

        public void Vocabulary(string name, string value) =>
            Group(
                name,
                () =>
                {
                    Text("source", "LOMv1.0", NoLanguage);
                    Text("value", value, NoLanguage);
                }
            );

        public void Location(string address) =>
            Group(
                "location",
                () =>
                {
                    xml.WriteAttributeString("type", "URI");
                    xml.WriteString(address);
                }
            );
    }
}
