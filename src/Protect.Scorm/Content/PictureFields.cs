using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>The fields of a picture, common to pictures, galleries, labelled pictures and covers.</summary>
internal static class PictureFields
{
    public static Field<T, AssetRef> Source<T>(string name, Func<T, AssetRef?> get) =>
        new(name, CourseValues.Asset, get, "The picture: SVG, PNG, JPEG, GIF or WebP, from the course folder.")
        {
            Required = true,
        };

    public static Field<T, Located<string>> Alt<T>(Func<T, Located<string>?> get, bool isRequired) =>
        new("alt", Values.Text(400), get, "A text alternative, for people who cannot see the picture.")
        {
            Required = isRequired,
        };

    public static Field<T, bool> Decorative<T>(Func<T, bool> get) =>
        new("decorative", Values.Boolean, get, "True when the picture adds nothing to the text; then no alt is needed.")
        {
            Default = false,
        };

    public static Field<T, Located<string>> Credit<T>(Func<T, Located<string>?> get) =>
        new("credit", Values.Text(300), get, "The author and licence of the picture.");
}
