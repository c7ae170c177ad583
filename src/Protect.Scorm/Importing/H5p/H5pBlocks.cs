using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.H5p;

/// <summary>Reads contents without questions: texts, pictures, accordions and dialog cards.</summary>
internal static class H5pBlocks
{
    private const int MostParts = 200,
        LongestTitle = 200;

    /// <summary>H5P.AdvancedText, H5P.Text and H5P.Table: paragraphs and pictures.</summary>
    public static List<DraftNode> Text(H5pItem item, string html)
    {
        var blocks = new List<DraftNode>();
        foreach (HtmlPart part in item.Parts(html, item.Place, isText: false))
            switch (part)
            {
                case BlockPart block:
                    blocks.Add(block.Node);
                    break;
                case TextPart text:
                    blocks.Add(item.Start("text").Set("body", text.Markdown));
                    break;
                case HeadingPart heading:
                    blocks.Add(item.Start("text").Set("body", $"**{Escaped(heading.Title)}**"));
                    break;
            }
        return blocks;
    }

    /// <summary>H5P.Image.</summary>
    public static List<DraftNode> Image(H5pItem item) => Nodes(item.Picture(item.Parameters, item.Metadata));

    /// <summary>H5P.Accordion: titles with texts that open.</summary>
    public static List<DraftNode> Accordion(H5pItem item)
    {
        var items = new List<DraftValue>();
        var pictures = new List<DraftNode>();
        int number = 0;
        foreach (H5pValue panel in item.Parameters["panels"].Items.Take(MostParts))
        {
            number++;
            H5pValue content = panel["content"];
            string kind = H5pKinds.MachineName(content["library"]),
                title = HtmlReader.Plain(panel["title"].Text, LongestTitle);
            List<HtmlPart> parts =
                kind == "H5P.Image"
                    ? item.Picture(content["params"], content["metadata"])
                    : item.Parts(content["params"]["text"].Text, item.Place);
            if (kind.Length > 0 && kind is not ("H5P.AdvancedText" or "H5P.Text" or "H5P.Image"))
                item.Lost($"the {H5pKinds.Word(kind)} in panel {number}", "a panel of a course has text");
            ItemText text = ForeignItem.Text(parts);
            pictures.AddRange(text.Pictures);
            if (text.Markdown.Length > 0)
                items.Add(
                    new DraftNode().Set("title", title.Length > 0 ? title : $"{number}").Set("body", text.Markdown)
                );
            else if (title.Length > 0)
                item.Lost($"the panel “{LossReport.Short(title)}”", "it has no text");
        }
        return Finish(item, "accordion", "items", items, pictures);
    }

    /// <summary>H5P.Dialogcards: cards with a front and a back.</summary>
    public static List<DraftNode> Cards(H5pItem item)
    {
        var blocks = Text(item, item.Parameters["description"].Text);
        var cards = new List<DraftValue>();
        var pictures = new List<DraftNode>();
        int tips = 0,
            sounds = 0,
            number = 0;
        foreach (H5pValue card in item.Parameters["dialogs"].Items.Take(MostParts))
        {
            number++;
            ItemText front = item.Block(card["text"]),
                back = item.Block(card["answer"]);
            string alt = card["imageAltText"].Text.Trim();
            pictures.AddRange([.. front.Pictures, .. back.Pictures]);
            pictures.AddRange(Nodes(item.Picture(card["image"], alt.Length > 0 ? alt : null, default)));
            tips += HtmlReader.Plain(card["tips"]["front"].Text).Length > 0 ? 1 : 0;
            tips += HtmlReader.Plain(card["tips"]["back"].Text).Length > 0 ? 1 : 0;
            sounds += card["audio"].Items.Any() ? 1 : 0;
            string title = HtmlReader.Plain(card["text"].Text, LongestTitle),
                body = back.Markdown;
            if (title.Length == 0)
                title = HtmlReader.Plain(alt, LongestTitle) is { Length: > 0 } shown ? shown : $"{number}";
            if (title.EndsWith('…') && front.Markdown.Length > LongestTitle)
            {
                body = $"{front.Markdown}\n\n{body}".TrimEnd();
                item.Changed($"the long front of card {number}", "its first words, with the complete text on the back");
            }
            if (body.Length > 0)
                cards.Add(new DraftNode().Set("title", title).Set("body", body));
            else
                item.Lost($"the card “{LossReport.Short(title)}”", "it has no text on its back");
        }
        H5pKinds.Many(item, tips, "tip", "a card has no tip");
        H5pKinds.Many(item, sounds, "sound of a card", "a card has text only");
        if (item.Parameters["mode"].Text == "repetition")
            item.Lost("the mode “repetition”", "cards are shown once, in order");
        blocks.AddRange(
            Finish(item, "flip-cards", "cards", cards, pictures, HtmlReader.Plain(item.Parameters["title"].Text))
        );
        return blocks;
    }

    private static List<DraftNode> Finish(
        H5pItem item,
        string type,
        string field,
        List<DraftValue> parts,
        List<DraftNode> pictures,
        string title = ""
    )
    {
        if (parts.Count == 0)
        {
            item.Refuse("it has no text");
            return pictures;
        }
        if (pictures.Count > 0)
            item.Changed(
                pictures.Count == 1 ? "a picture inside it" : $"{pictures.Count} pictures inside it",
                "picture blocks below it"
            );
        DraftNode block = item.Start(type).Set("title", title);
        return [item.Credited(block.Set(field, DraftValue.List(parts))), .. pictures];
    }

    private static List<DraftNode> Nodes(List<HtmlPart> parts) =>
        [.. parts.OfType<BlockPart>().Select(part => part.Node)];

    private static string Escaped(string words) => MarkdownText.EscapeStart(MarkdownText.Escape(words));
}
