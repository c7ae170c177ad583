namespace Protect.Scorm.Rendering;

/// <summary>Group of attributes that belong to one part of a page.</summary>
internal sealed record AttributeGroup(string Place, IReadOnlyList<(string Name, string Summary)> Attributes);

/// <summary>
/// Table of the <c>data-</c> attributes that templates and the player share. A test compares it with both.
/// </summary>
internal static class TemplateAttributes
{
    /// <summary>Attributes of templates.</summary>
    public static IReadOnlyList<AttributeGroup> OfTemplates { get; } =
    [
        new(
            "Bar (`body.html`)",
            [
                ("skip", "The link that skips the bar; it moves the focus."),
                ("bar", "The bar; its height keeps headings from hiding behind it."),
                ("leave", "The button that leaves the course."),
                ("where", "The module, the place in it and the minutes left."),
                ("menu-button", "The button that opens the menu."),
                ("progress", "The progress bar."),
                ("saving", "Messages about saving."),
            ]
        ),
        new(
            "Menu (`body.html`)",
            [
                ("menu", "The menu."),
                ("standing", "The learner's progress in words."),
                ("module", "A module, with its id."),
                ("module-title", "Its title."),
                ("module-seen", "The number of its pages seen, or that it is finished."),
                ("pages", "The list of pages of a module."),
                ("search", "The form of the search."),
                ("search-count", "The number of pages found."),
                ("search-results", "The list of pages found."),
                ("marked", "The bookmarks; hidden while there are none."),
                ("marked-list", "The list of bookmarks."),
                ("print", "The button that prints the page."),
                ("notes-button", "The button that opens the notes."),
                ("privacy-button", "The button that opens the page about privacy."),
            ]
        ),
        new(
            "Content (`body.html`)",
            [
                ("content", "The element that the skip link leads to."),
                ("loading", "The note shown until the script has started; for styles."),
                ("languages", "The choice of the language."),
                ("notices", "Messages to the learner."),
                ("pages-here", "The element that receives the pages of later modules."),
                ("turn", "The buttons below a page."),
                ("previous", "The button to the page before."),
                ("place", "The number of the page in its module."),
                ("next", "The button to the next page."),
            ]
        ),
        new(
            "Dialogs and the closing page (`body.html`)",
            [
                ("notes", "The dialog with the learner's notes."),
                ("privacy", "The dialog about privacy."),
                ("forget", "The button that deletes what is kept on the device."),
                ("forgotten", "The message after that."),
                ("close", "A button that closes its dialog."),
                ("closing", "Shown after the learner left the course."),
                ("closing-saved", "Whether everything is saved."),
                ("elsewhere", "The link to the address of “Leave quickly”."),
                ("stuck", "The advice if the frame may not be left."),
            ]
        ),
        new(
            "Page (`page.html`)",
            [
                ("page", "The page, with its id."),
                ("cover", "On a cover: the text of the button to the next page."),
                ("page-link", "A link to a page, with its id; on any link."),
                ("bookmark", "The button that sets a bookmark."),
                ("draft", "The note that numbers of the country are missing; for styles."),
            ]
        ),
        new(
            "Assessment (`page.html`)",
            [
                ("assessment", "The assessment; for styles."),
                ("questions", "Its questions."),
                ("one-page", "Shows all questions together, not one at a time."),
                ("results", "The element that receives the result."),
                ("band", "A `<template>` with the text for results from this percent."),
                ("before-retry", "A `<template>` with the text before another attempt."),
                ("submit-area", "The button to submit and its message."),
                ("unanswered", "The message about open questions."),
                ("submit", "The button to submit."),
            ]
        ),
        new(
            "Question (`question.html`, `questions/`)",
            [
                ("question", "The `<form>`, with the id of the question."),
                ("kind", "The kind of the question; for styles."),
                ("label", "The line above the question; the player adds its number."),
                ("material", "The blocks above the prompt; the focus goes there first."),
                ("answer", "The element around the answering part."),
                ("option", "An option, with its index."),
                ("part", "An item that is answered on its own, with its index."),
                ("part-result", "Whether the item is right."),
                ("confidence", "The choice of the learner's confidence."),
                ("missing", "The message about a missing part of the answer."),
                ("actions", "The buttons."),
                ("check", "The button that checks the answer."),
                ("again", "The button for another try."),
                ("onward", "The button that goes on after a right answer."),
                ("result", "The live region that receives the verdict; the player moves it to the chosen option."),
                ("feedback", "A `<template>` with feedback: `right`, `partly`, `wrong` or `source`."),
                ("feedback-option", "A `<template>` with feedback on the option of this index."),
            ]
        ),
        new(
            "`ordering`, `hotspot-choice`",
            [
                ("order", "The list of items."),
                ("text", "The text of an item."),
                ("up", "The button that moves an item up."),
                ("down", "The button that moves an item down."),
                ("moved", "The message after a move."),
                ("area", "An area of the picture, with its index."),
            ]
        ),
        new(
            "`scenario`, `dialogue`",
            [
                ("branching", "The element around the nodes; for styles."),
                ("talk", "The same, in a dialogue; for styles."),
                ("said", "The element that receives consequences, or the turns of a dialogue."),
                ("you", "In a dialogue: the word before the learner's turns."),
                ("node", "A node, with its index."),
                ("node-text", "Its text, which receives the focus."),
                ("way", "A choice, with its index."),
                ("choice", "The button of a choice, with its index."),
                ("consequence", "A `<template>` with the consequence of a choice, after its button."),
                ("your-way", "The list of the choices made, shown at an ending."),
            ]
        ),
        new(
            "Private notes (`paper.html`, `body.html`)",
            [
                ("paper", "The block, with its id."),
                ("paper-title", "Its heading."),
                ("paper-tools", "Its buttons."),
                ("paper-print", "The button that prints it."),
                ("paper-save", "The button that saves it as a file."),
                ("paper-keep", "The check box that keeps it on the device."),
                ("paper-delete", "The button that deletes it from the device."),
                ("paper-status", "The message after a press."),
                ("paper-text", "The text of the saved file, where the browser refuses to save."),
                ("typed", "The field for the learner's text."),
                ("typed-print", "The element that receives the text for print."),
                ("tick", "A check box of a checklist, with its index."),
                ("rows", "The rows of an action plan."),
                ("row", "A row."),
                ("number", "The number of a row."),
                ("add", "The button that adds a row."),
                ("remove", "The button that removes a row."),
            ]
        ),
        new(
            "The learner's card (`keep.html`, `blocks/card.html`)",
            [
                ("keep", "The place of the button below a block that learners can keep, with the id of its mark."),
                ("keep-button", "The button."),
                ("keep-label", "Its text."),
                ("keep-status", "The message after a press."),
                ("card", "The card."),
                ("card-title", "Its heading."),
                ("card-empty", "The text while nothing is on it."),
                ("card-item", "Something that can be on the card, with the id of its mark."),
                ("card-text", "The element that receives the text of a private note."),
                ("card-now", "The note that this text is not stored."),
                ("card-tools", "The link and the button of an item."),
                ("card-drop", "The button that takes an item off the card."),
                ("card-actions", "The buttons of the card."),
                ("card-status", "Whether the device keeps the card."),
                ("card-print", "The button that prints it."),
                ("card-save", "The button that saves it as a file."),
                ("card-file", "The advice if no file was saved."),
                ("card-copy", "The text of the card, to copy."),
                ("card-delete", "The button that deletes it."),
                ("card-sure", "The question before that."),
                ("card-delete-now", "The button that says yes."),
                ("card-stay", "The button that says no."),
            ]
        ),
        new(
            "Blocks (`blocks/`)",
            [
                ("before", "The place of a comparison, with the id of the page of the pre-test."),
                ("after", "The id of the page of the post-test."),
                ("block", "A block with a script, with its kind."),
                ("note-actions", "The buttons of a content note."),
                ("note-whole", "The button that shows the page."),
                ("note-short", "The button that shows the short version."),
                ("note-skip", "The button that goes to the next page."),
                ("short", "The short version."),
                ("document", "A document of a case study."),
                ("more", "The button that opens the next document."),
                ("turns", "The list of turns of a scene."),
                ("turn-tools", "The buttons of a scene."),
                ("continue", "The button that shows the next turn."),
                ("all", "The button that shows all turns."),
                ("enlarge", "The button that shows a picture of a gallery large."),
                ("lettering", "A picture with small text; its value is the name of the button that shows it large."),
                ("panel", "A panel of tabs, with its title as a heading."),
                ("cues", "A `<template>` with the captions of a video or a recording."),
                ("start", "The start of a caption, in seconds."),
                ("end", "The end of a caption, in seconds."),
                ("caption", "The element that receives the captions of a recording."),
                ("tone", "The tone of a callout; for styles."),
                ("unchecked", "A slot of a country without a checked entry: `page.html` then gets `draft`."),
            ]
        ),
    ];

    /// <summary>Attributes that the player sets, or that the compiler adds to texts; for styles.</summary>
    public static IReadOnlyList<AttributeGroup> ForStyles { get; } =
    [
        new(
            "State of an element",
            [
                ("seen", "A link of the menu to a page that was opened."),
                ("finished", "The note in the menu that all pages of a module were opened."),
                ("locked", "A link to a locked page; the list of reasons on the page."),
                ("lock", "The word “locked” in the menu."),
                ("mark", "An item or option of a question that was checked: `right` or `wrong`."),
                ("main", "A question, or an assessment, that has the main button: then Next is not filled."),
                ("undecided", "A content note while the learner has not decided what to read."),
                ("tall-bar", "`html` while the bar takes more than a quarter of the window."),
                ("waiting", "A question of an assessment that is not the one on the screen."),
                ("state", "A question in the overview: `answered` or `not_answered`, and `to_review`."),
                ("chosen", "An area of a picture: `true` or `false`."),
                ("mine", "A turn of the learner in a dialogue."),
                ("later", "A turn of a scene that is not visible yet; screen readers read it."),
                ("large", "A picture of a gallery that is shown large."),
                ("passed", "The result of an assessment: `true` or `false`."),
                ("trouble", "The messages about saving while something is wrong."),
                ("ready", "An answering part whose script has started."),
                ("touched", "A question about order whose items were moved."),
                ("kept", "The button of a block that is on the learner's card."),
                ("spoken", "The paragraph that is being read aloud."),
                ("reading", "The button of the page or block that is being read aloud."),
                ("drag", "A line or an item that can be dragged."),
                ("dragging", "An answering part while something in it is dragged."),
                ("dragged", "The line or item that is dragged."),
                ("over", "The box below the pointer."),
                ("chip-mark", "An item in a box that was checked: `right` or `wrong`."),
                ("at", "The position in a scenario or a dialogue."),
                ("untranslated", "A text in the source language, because its translation is missing."),
            ]
        ),
        new(
            "Parts made by the script",
            [
                ("grip", "The handle of a line or an item that can be dragged."),
                ("bin-area", "The boxes to drag items into, with their hint."),
                ("bin-hint", "The hint."),
                ("bins", "The boxes."),
                ("bin", "A box, with the index of its choice."),
                ("bin-name", "The text of the choice."),
                ("chip", "An item in a box, with its index."),
                ("ghost", "The item that follows the pointer."),
                ("speak", "A button that reads aloud: `page` or `block`."),
                ("card-over", "The note about the card at the end of the course."),
                ("verdict", "The feedback on an answer: `right`, `partly`, `wrong` or `none`."),
                ("band-text", "The text for the result."),
                ("critical", "The note that a critical question was wrong."),
                ("review", "The list of pages to reread."),
                ("review-why", "The sentence about an assessment that is closed until these pages were opened."),
                ("review-left", "The pages still to open, or the link to the assessment, on such a page."),
                ("before-retry-text", "The text before another attempt."),
                ("steps", "The buttons below one question of an assessment."),
                ("step-back", "The button to the question before."),
                ("step-next", "The button to the next question, and from the last one to the overview."),
                ("step-overview", "The button to the overview."),
                ("mark-review", "The button that marks a question for review."),
                ("overview", "The list of questions before submitting."),
                ("go-to", "A question in the overview, with its id."),
                ("retry", "The button for another attempt."),
                ("print-results", "The button that prints the result."),
                ("submit-anyway", "The button that submits with open questions."),
                ("left", "The end of the course, on the last page."),
                ("module-end", "The end of a module, on its last page."),
                ("leave-here", "The button at the end of the course that leaves it."),
                ("recorded", "The list of what was recorded, on the closing page."),
                ("confirm", "The button that prints a confirmation."),
                ("confirmation", "The confirmation."),
                ("save-record", "The button that saves the learner's record."),
                ("record", "The text of the record."),
                ("offer", "The offer to bring back progress kept on the device."),
                ("bring-back", "The button that accepts the offer."),
                ("start-over", "The button that declines it."),
                ("load-again", "The button that loads a module again."),
            ]
        ),
        new(
            "State while printing",
            [
                ("print-one", "On `<html>`: only the notes with `data-printing` are printed."),
                ("printing", "The notes to print."),
                ("print-confirmation", "On `<html>`: only the confirmation is printed."),
            ]
        ),
    ];
}
