using System.Net;
using System.Text;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Self-contained HTML page to read, print and send: one file, without requests or scripts.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--wash:#f4f6f8;--line:#d0d7de;
          --link:#0a52a8;--good:#116329;--but:#8a4b00;--bad:#b3141d;--unknown:#57606a}
        @media (prefers-color-scheme:dark){
          :root{--ink:#e8ebef;--soft:#a3adb8;--paper:#12161b;--wash:#1b2128;--line:#3a434d;
            --link:#7db7ff;--good:#5fd27e;--but:#f0b35a;--bad:#ff8d88;--unknown:#a3adb8}
        }
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:62rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
          font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:break-word}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}
        h2{font-size:1.35rem;line-height:1.25;margin:3rem 0 .5rem;padding-top:1rem;border-top:2px solid var(--line)}
        h1+section>h2{margin-top:1rem}
        h3{font-size:1.08rem;margin:1.75rem 0 .5rem}
        p,ul,dl{margin:.5rem 0}
        a{color:var(--link)}
        code{font-size:.92em;overflow-wrap:anywhere}
        .soft{color:var(--soft)}
        table{border-collapse:collapse;width:100%;margin:.5rem 0}
        caption{text-align:left;color:var(--soft);padding:.25rem 0}
        th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
        thead th{border-bottom-width:2px}
        .answer{font-size:1.2rem;line-height:1.4;margin:1rem 0;padding:.75rem 1rem;background:var(--wash);
          border-left:.4rem solid;border-radius:.25rem}
        .mark{display:inline-block;font-weight:600;white-space:nowrap;border-left:.3rem solid;padding-left:.5rem}
        .good{color:var(--good)}
        .but{color:var(--but)}
        .bad{color:var(--bad)}
        .unknown{color:var(--unknown)}
        .findings{list-style:none;padding:0}
        .findings>li{background:var(--wash);border-radius:.5rem;padding:.75rem 1rem;margin:.6rem 0;
          border-left:.3rem solid var(--line)}
        .findings .error{border-left-color:var(--bad)}
        .findings .warning{border-left-color:var(--but)}
        .findings p{margin:.2rem 0}
        .findings .what{font-weight:600}
        .findings .places{margin:.3rem 0;padding-left:1.2rem}
        .findings .places li{overflow-wrap:anywhere}
        ol li{margin:.35rem 0}
        details{margin:.75rem 0}
        summary{cursor:pointer;color:var(--link);padding:.25rem 0}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        @media (max-width:40rem){
          table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
          table.stack tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}
          table.stack th,table.stack td{display:block;border:0;padding:.1rem 0}
          table.stack td:empty{display:none}
          table.stack td::before{content:attr(data-head) ": ";color:var(--soft)}
        }
        @media print{
          :root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--wash:#fff;--line:#999;--link:#000;
            --good:#116329;--but:#8a4b00;--bad:#b3141d}
          body{padding:0;max-width:none;font-size:10.5pt}
          h2{break-before:page}
          section:first-of-type h2{break-before:auto}
          .findings>li,tr{break-inside:avoid}
          details::details-content{content-visibility:visible;display:block}
        }
        """;

    public static string Write(string title, Action<StringBuilder> body)
    {
        var html = new StringBuilder();
        html.Append(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        );
        html.Append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
        );
        html.Append("<title>")
            .Append(Text(title))
            .Append("</title>\n<style>\n")
            .Append(Style)
            .Append("\n</style>\n</head>\n<body>\n<main>\n");
        body(html);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Writes a table. The first cell of each row is its header; cells are HTML.</summary>
    public static void Table(
        StringBuilder html,
        string caption,
        IReadOnlyList<string> heads,
        IEnumerable<IReadOnlyList<string>> rows
    )
    {
        // On narrow screens CSS turns rows into blocks, which removes their table semantics; the roles restore it.
        html.Append("<table class=\"stack\" role=\"table\">\n<caption>")
            .Append(Text(caption))
            .Append("</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">")
            .AppendJoin("", heads.Select(head => $"<th scope=\"col\" role=\"columnheader\">{Text(head)}</th>"))
            .Append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Append("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")
                .Append(row[0])
                .Append("</th>")
                .AppendJoin(
                    "",
                    row.Skip(1).Select((cell, i) => $"<td role=\"cell\" data-head=\"{Text(heads[i + 1])}\">{cell}</td>")
                )
                .Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }
}
