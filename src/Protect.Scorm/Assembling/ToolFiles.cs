using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Rendering;
using Protect.Scorm.Rendering.Tools;

namespace Protect.Scorm.Assembling;

/// <summary>A zip of tools next to a package, and the pages in it.</summary>
internal sealed record Toolbox(string FileName, FileImage Zip, PackageSums Sums, IReadOnlyList<PackageFile> Pages);

/// <summary>Makes the pages and documents of tools, for packages and for zips of their own.</summary>
internal sealed class ToolFiles
{
    private const string Start = "index.html";

    private readonly string _style;
    private readonly ThemeStyle _values;
    private readonly PackageFile? _logo;
    private readonly WordPicture? _picture;

    /// <param name="theme">The look of the course.</param>
    /// <param name="values">The style of the values in theme.yaml.</param>
    /// <param name="organisation">The organisation that offers the package; null for none.</param>
    /// <param name="folder">The folder of the organisation; null for none.</param>
    public ToolFiles(Theme theme, ThemeStyle values, Organisation? organisation, SourceFolder? folder)
    {
        _values = values;
        _style = theme.ToolStyle + values.Css + (organisation is null ? "" : OrganisationFiles.Style(organisation));
        if (organisation?.Logo is not { } logo || folder is null)
            return;
        _logo = OrganisationLogo(logo, folder);
        _picture = WordPicture.Of(_logo.Bytes.ToArray(), organisation.Name.Value);
    }

    /// <summary>Returns the logo of an organisation as a file of a package.</summary>
    public static PackageFile OrganisationLogo(AssetRef logo, SourceFolder folder) =>
        new(
            OrganisationFiles.LogoName(logo),
            folder.Read(logo.Path),
            IsText: logo.Path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Renders the page of every tool, so that errors show in every build.</summary>
    /// <returns>The files of the tools that the pages of the course offer.</returns>
    public IEnumerable<PackageFile> InPackage(RenderedEdition edition)
    {
        if (edition.Tools.Count == 0)
            return [];
        HashSet<string> offered = [.. ToolBlock.Offered(edition.Course).Select(tool => tool.Id.Value)];
        PageFrame frame = Frame();
        var links = new ToolLinks(null, null, _logo?.Name);
        var files = new List<PackageFile>();
        foreach (RenderedTool tool in edition.Tools)
        {
            PackageFile page = Page(edition, tool, edition.Names.Tools, frame, links);
            if (!offered.Contains(tool.Tool.Id.Value))
                continue;
            files.Add(page);
            files.Add(Document(edition, tool, edition.Names.Tools));
        }
        return files;
    }

    /// <summary>
    /// Makes the zip of the tools in one language: those that an edition offers, or all; null for none.
    /// </summary>
    public Toolbox? Zip(RenderedEdition edition)
    {
        Course course = edition.Course;
        bool isEdition = course.Id.Value != course.Family[0];
        IReadOnlyList<Tool> offered = isEdition ? ToolBlock.Offered(course) : course.Tools;
        RenderedTool[] tools = [.. edition.Tools.Where(tool => offered.Contains(tool.Tool))];
        if (tools.Length == 0)
            return null;
        PageFrame frame = Frame();
        PackageFile[] pages =
        [
            PackageFile.OfText(
                Start,
                edition
                    .ToolPages.Start(
                        [
                            .. tools.Select(tool => new ToolEntryView(
                                tool.Tool,
                                tool.FileName + ".html",
                                tool.FileName + ".docx"
                            )),
                        ],
                        frame,
                        _logo?.Name
                    )
                    .Text
            ),
            .. tools.Select(tool =>
                Page(edition, tool, "", frame, new ToolLinks(Start, tool.FileName + ".docx", _logo?.Name))
            ),
        ];
        PackageFile[] files =
        [
            .. pages,
            .. tools.Select(tool => Document(edition, tool, "")),
            .. _logo is null ? (PackageFile[])[] : [_logo],
            .. _values.Fonts.Select(font => new PackageFile(font.Name, font.Bytes, IsText: false)),
            .. LegalFiles.OfContent(course),
        ];
        string name = PackageName.OfToolbox(course);
        FileImage zip = ZipWriter.WriteFiles(files);
        return new Toolbox(name, zip, Checksums.Of(new Package { FileName = name, Files = files }, zip, null), pages);
    }

    private static PackageFile Page(
        RenderedEdition edition,
        RenderedTool tool,
        string start,
        PageFrame frame,
        ToolLinks links
    ) => PackageFile.OfText($"{start}{tool.FileName}.html", edition.ToolPages.Page(tool, frame, links).Text);

    private PackageFile Document(RenderedEdition edition, RenderedTool tool, string start) =>
        new(
            $"{start}{tool.FileName}.docx",
            ZipWriter.WriteParts(edition.ToolDocuments.Parts(tool, _picture)).ToArray(),
            IsText: false
        );

    private PageFrame Frame()
    {
        var html = new Html($"<style>{_style}</style>");
        string policy = PlayerBundle.SecurityPolicy(PlayerBundle.NoProgram, _style, _values.Fonts.Count > 0);
        return new PageFrame(html, html, Html.Empty, policy, policy);
    }
}
