using System.Globalization;
using System.Text;
using System.Xml;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Importing;

/// <summary>
/// Reads and writes the first sheet of an Excel workbook (ECMA-376, part 1, 18) as rows of text. Formulas are refused,
/// macros ignored, and no other file is opened.
/// </summary>
internal static class XlsxTable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Relations = "http://schemas.openxmlformats.org/package/2006/relationships",
        Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private const int MostColumns = 200,
        LongestCell = 32_767;

    /// <summary>Returns the bytes of a workbook with one sheet. The same rows give the same bytes.</summary>
    /// <param name="title">The name of the sheet, at most 31 characters.</param>
    /// <param name="rows">The rows; the first one is the heading.</param>
    public static byte[] Write(string title, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        PackageFile Part(string name, string xml) => new(name, Encoding.UTF8.GetBytes(Declaration + xml), IsText: true);
        return ZipWriter
            .WriteParts([
                Part(
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" "
                        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" "
                        + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
                        + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                        + "</Types>"
                ),
                Part(
                    "_rels/.rels",
                    $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" "
                        + $"Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
                Part(
                    "xl/workbook.xml",
                    $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"{Xml(title)}\" "
                        + $"sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                ),
                Part(
                    "xl/_rels/workbook.xml.rels",
                    $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" "
                        + $"Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                ),
                Part("xl/worksheets/sheet1.xml", Sheet(rows)),
            ])
            .ToArray();
    }

    private static string Sheet(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (int row = 0; row < rows.Count; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (int column = 0; column < rows[row].Count; column++)
                if (rows[row][column].Length > 0)
                    xml.Append(
                        $"<c r=\"{Letters(column)}{row + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                            + $"{Xml(rows[row][column])}</t></is></c>"
                    );
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    /// <summary>Reads the first sheet; null after reporting why that is impossible.</summary>
    /// <param name="source">The workbook.</param>
    /// <param name="losses">Receives faults, formulas and macros.</param>
    public static IReadOnlyList<CsvRow>? Read(ImportSource source, LossReport losses)
    {
        var bag = new DiagnosticBag();
        using PackageZip? zip = PackageZip.Open(new MemoryStream(source.Bytes, writable: false), source.Path, bag);
        if (zip is null)
        {
            string why = bag.Sorted.Count > 0 ? bag.Sorted[0].Message.TrimEnd('.') : "it is no zip";
            losses.Add(ImportingRules.Unreadable, source.Start, source.Path, why);
            return null;
        }
        if (zip.Files.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            losses.Add(ImportingRules.Unsafe, source.Start, source.Path, "a macro");
        try
        {
            string sheet = FirstSheet(zip, bag);
            List<string> shared = zip.Size("xl/sharedStrings.xml") is null
                ? []
                : Shared(Part(zip, "xl/sharedStrings.xml", bag));
            return Rows(Part(zip, sheet, bag), shared, source, losses);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException)
        {
            losses.Add(
                ImportingRules.Unreadable,
                source.Start,
                source.Path,
                $"it is no sound workbook ({fault.Message.TrimEnd('.')})"
            );
            return null;
        }
    }

    /// <summary>Returns the part of the first sheet.</summary>
    private static string FirstSheet(PackageZip zip, DiagnosticBag bag)
    {
        string? id = null;
        using (XmlReader workbook = Part(zip, "xl/workbook.xml", bag))
            while (id is null && workbook.Read())
                if (workbook is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                    id = workbook.GetAttribute("id", Office) ?? workbook.GetAttribute("r:id");
        if (zip.Size("xl/_rels/workbook.xml.rels") is not null)
        {
            using XmlReader relations = Part(zip, "xl/_rels/workbook.xml.rels", bag);
            while (relations.Read())
                if (
                    relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                    && relations.GetAttribute("Id") == id
                    && relations.GetAttribute("TargetMode") != "External"
                    && relations.GetAttribute("Target") is { } target
                )
                    return target.StartsWith('/') ? target[1..] : $"xl/{target}";
        }
        return "xl/worksheets/sheet1.xml";
    }

    private static XmlReader Part(PackageZip zip, string name, DiagnosticBag bag)
    {
        if (zip.Size(name) is not { } size)
            throw new InvalidDataException($"it has no part {LossReport.Short(name)}");
        if (size > ImportLimits.MostTextBytes)
            throw new InvalidDataException(
                $"{LossReport.Short(name)} is larger than {ImportLimits.MostTextBytes / 1_000_000} MB"
            );
        byte[] bytes = zip.Read(name, bag) ?? throw new InvalidDataException($"{LossReport.Short(name)} is damaged");
        return XmlReader.Create(
            new MemoryStream(bytes, writable: false),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = ImportLimits.MostTextBytes,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );
    }

    private static List<string> Shared(XmlReader xml)
    {
        var texts = new List<string>();
        using (xml)
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                    texts.Add(xml.IsEmptyElement ? "" : Text(xml, "si"));
        return texts;
    }

    /// <summary>Reads the texts (<c>t</c>) of an element, without phonetic guides (<c>rPh</c>).</summary>
    private static string Text(XmlReader xml, string element)
    {
        var text = new StringBuilder();
        bool isText = false,
            isGuide = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == element))
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && xml.LocalName == "rPh")
                isGuide = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && xml.LocalName == "t")
                isText = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (
                isText
                && !isGuide
                && xml.NodeType
                    is XmlNodeType.Text
                        or XmlNodeType.CDATA
                        or XmlNodeType.SignificantWhitespace
                        or XmlNodeType.Whitespace
                && text.Length < LongestCell
            )
                text.Append(xml.Value);
        }
        return text.ToString();
    }

    private static List<CsvRow>? Rows(XmlReader xml, List<string> shared, ImportSource source, LossReport losses)
    {
        var rows = new List<CsvRow>();
        List<string>? cells = null;
        int line = 0;
        using (xml)
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" } && cells is not null)
                {
                    if (cells.Exists(cell => cell.Trim().Length > 0))
                        rows.Add(new CsvRow(line, cells));
                    cells = null;
                }
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "row", IsEmptyElement: false })
                {
                    line = int.TryParse(xml.GetAttribute("r"), out int number) && number > line ? number : line + 1;
                    cells = [];
                    if (rows.Count > ImportLimits.MostItems)
                    {
                        losses.Add(
                            ImportingRules.TooLarge,
                            source.Start,
                            source.Path,
                            $"it has more than {ImportLimits.MostItems} rows"
                        );
                        return null;
                    }
                }
                if (
                    cells is null
                    || xml is not { NodeType: XmlNodeType.Element, LocalName: "c", IsEmptyElement: false }
                )
                    continue;
                int column = Column(xml.GetAttribute("r")) ?? cells.Count;
                string value = Cell(xml, shared, out bool isFormula);
                if (column >= MostColumns)
                    continue;
                while (cells.Count <= column)
                    cells.Add("");
                cells[column] = isFormula ? "" : value;
                if (isFormula)
                    losses.Add(
                        ImportingRules.PartLost,
                        source.Start,
                        $"row {line}",
                        $"the formula in cell {Letters(column)}{line}",
                        "formulas are not computed; paste its value as text"
                    );
            }
        return rows;
    }

    private static string Cell(XmlReader xml, List<string> shared, out bool isFormula)
    {
        string type = xml.GetAttribute("t") ?? "n",
            value = "";
        isFormula = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c"))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "f")
                isFormula = true;
            else if (xml.LocalName == "is" && !xml.IsEmptyElement)
                value = Text(xml, "is");
            else if (xml.LocalName == "v" && !xml.IsEmptyElement)
            {
                xml.Read();
                value = xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? xml.Value : "";
            }
        }
        return type switch
        {
            "s" => int.TryParse(value, out int at) && at >= 0 && at < shared.Count ? shared[at] : "",
            "b" => value == "1" ? "true" : "false",
            "e" => "",
            "n"
                when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                    && Math.Abs(number) < 1e15 =>
            // Excel stores 0.1 + 0.2 with seventeen digits and shows fifteen.
            ((decimal)number).ToString(CultureInfo.InvariantCulture),
            _ => value.Length > LongestCell ? value[..LongestCell] : value,
        };
    }

    private static int? Column(string? address)
    {
        int column = 0;
        foreach (char letter in address ?? "")
        {
            if (letter is not (>= 'A' and <= 'Z'))
                break;
            column = (column * 26) + letter - 'A' + 1;
            if (column > 20_000)
                return 20_000;
        }
        return column > 0 ? column - 1 : null;
    }

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Xml(string text)
    {
        var xml = new StringBuilder();
        foreach (char letter in DraftMarkdown.Clean(text))
            xml.Append(
                letter switch
                {
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '&' => "&amp;",
                    '"' => "&quot;",
                    _ => letter.ToString(),
                }
            );
        return xml.ToString();
    }
}
