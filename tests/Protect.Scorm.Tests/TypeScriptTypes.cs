using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Protect.Scorm.Content;

namespace Protect.Scorm.Tests;

/// <summary>
/// Writes the TypeScript types of the JSON of a source-generated context. Names, types and nullability come from its
/// metadata, comments from the XML documentation of the assemblies.
/// </summary>
internal sealed partial class TypeScriptTypes
{
    private const int Width = 120;

    private readonly JsonSerializerOptions _options;
    private readonly Dictionary<string, string> _comments = [];
    private readonly List<Type> _types;

    private TypeScriptTypes(JsonSerializerContext context, Type[] roots)
    {
        _options = context.Options;
        _types = [.. roots];
        foreach (
            XElement member in roots
                .Select(root => Path.ChangeExtension(root.Assembly.Location, ".xml"))
                .Distinct()
                .SelectMany(file => XDocument.Load(file).Descendants("member"))
        )
        {
            string name = (string)member.Attribute("name")!;
            _comments[name] = Text(member.Element("summary"));
            foreach (XElement parameter in member.Elements("param").Where(_ => name.StartsWith("T:")))
                _comments[$"P:{name[2..]}.{(string)parameter.Attribute("name")!}"] = Text(parameter);
        }
    }

    /// <summary>Returns the interfaces of the types, and of all types in them.</summary>
    public static string Of(JsonSerializerContext context, string source, params Type[] roots)
    {
        var types = new TypeScriptTypes(context, roots);
        var all = new List<string>
        {
            $"// Generated from {source}. Tests compare it with the source; do not edit it.\n",
        };
        for (int next = 0; next < types._types.Count; next++)
            all.Add(types.Interface(types._types[next]));
        return string.Join('\n', all);
    }

    private string Interface(Type type)
    {
        var text = new StringBuilder();
        Comment(text, "", $"T:{type.FullName}");
        text.Append($"export interface {type.Name} {{\n");
        foreach (JsonPropertyInfo property in _options.GetTypeInfo(type).Properties.Where(p => p.Get is not null))
        {
            bool isOptional =
                property.ShouldSerialize is not null || property.AssociatedParameter?.HasDefaultValue == true;
            string shown = Shown(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType),
                optional = isOptional ? "?" : "",
                orNull = !isOptional && property.IsGetNullable ? " | null" : "",
                member = char.ToUpperInvariant(property.Name[0]) + property.Name[1..];
            Comment(text, "  ", $"P:{type.FullName}.{member}");
            text.Append($"  readonly {property.Name}{optional}: {shown}{orNull};\n");
        }
        return text.Append("}\n").ToString();
    }

    private string Shown(Type type)
    {
        JsonTypeInfo info = _options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                string item = Shown(info.ElementType!);
                return $"readonly {(item.Contains(' ') ? $"({item})" : item)}[]";
            case JsonTypeInfoKind.Dictionary:
                return $"Readonly<Record<string, {Shown(info.ElementType!)}>>";
            case JsonTypeInfoKind.Object:
                if (!_types.Contains(type))
                    _types.Add(type);
                return type.Name;
            default:
                if (info.Converter is ITupleConverter tuple)
                    return $"readonly [{string.Join(", ", tuple.Names.Select(name => $"{name}: number"))}]";
                return type.IsEnum
                        ? string.Join(
                            " | ",
                            Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.Serialize(value, info))
                        )
                    : type == typeof(string) || type == typeof(byte[]) ? "string"
                    : type == typeof(bool) ? "boolean"
                    : type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? "number"
                    : throw new NotSupportedException($"{type} has no type in TypeScript yet.");
        }
    }

    private void Comment(StringBuilder text, string margin, string member)
    {
        if (_comments.GetValueOrDefault(member) is not { Length: > 0 } comment)
            return;
        if ($"{margin}/** {comment} */".Length <= Width)
        {
            text.Append($"{margin}/** {comment} */\n");
            return;
        }
        text.Append($"{margin}/**\n");
        string line = $"{margin} *";
        foreach (string word in comment.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                text.Append($"{line}\n");
                line = $"{margin} *";
            }
            line += $" {word}";
        }
        text.Append($"{line}\n{margin} */\n");
    }

    /// <summary>Returns a comment as plain text: references by name, code in backticks.</summary>
    private static string Text(XElement? comment) =>
        comment is null
            ? ""
            : Spaces()
                .Replace(
                    string.Concat(
                        comment
                            .Nodes()
                            .Select(node =>
                                node is not XElement element ? ((XText)node).Value
                                : element.Name == "c" ? $"`{element.Value}`"
                                : ((string?)element.Attribute("cref") ?? element.Value).Split('.', ':')[^1]
                            )
                    ),
                    " "
                )
                .Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
