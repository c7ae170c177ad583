namespace Protect.Scorm.Targets;

/// <summary>The texts of instruction sheets in Polish, by the English text.</summary>
internal static class SheetPolish
{
    public static IReadOnlyDictionary<string, string> Texts { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCORM 1.2 RTE, 3.4"] = "SCORM 1.2 RTE, 3.4",
            ["common to the LMSs whose code was read"] = "wspólne dla platform, których kod przeczytano",
            ["Put the package into {0}"] = "Jak umieścić pakiet: {0}",
            ["your LMS"] = "Państwa platforma",
            ["What this package reports"] = "Co przekazuje ten pakiet",
            ["Settings to choose"] = "Ustawienia do wyboru",
            ["Check with the first learner"] = "Sprawdzenie z pierwszą osobą",
            ["When nothing is recorded"] = "Gdy nic się nie zapisuje",
            [
                "These instructions were tried on a running installation, unless a source says "
                    + "otherwise. Names of settings may differ in your release."
            ] =
                "Te wskazówki wypróbowano na działającej instalacji, chyba że źródło mówi inaczej. "
                + "Nazwy ustawień mogą się różnić w Państwa wersji.",
            [
                "These instructions come from the code and the documentation of this LMS. They were not "
                    + "tried on a running installation: check with the first learner."
            ] =
                "Te wskazówki pochodzą z kodu i dokumentacji tej platformy. Nie wypróbowano ich na "
                + "działającej instalacji: proszę sprawdzić z pierwszą osobą.",
            [
                "This LMS is closed source. These instructions come from its documentation and were not "
                    + "tried: check with the first learner."
            ] =
                "Kod tej platformy jest zamknięty. Te wskazówki pochodzą z jej dokumentacji i nie "
                + "zostały wypróbowane: proszę sprawdzić z pierwszą osobą.",
            [
                "This sheet applies to any LMS that supports SCORM 1.2. Names of settings differ: look "
                    + "for the settings described here."
            ] =
                "Ta karta dotyczy każdej platformy, która obsługuje SCORM 1.2. Nazwy ustawień się "
                + "różnią: proszę szukać ustawień, które tu opisano.",
            ["The instructions for this LMS are in English, with the names that its English pages use."] =
                "Wskazówki dla tej platformy są po angielsku, z nazwami z jej angielskich stron.",
            ["Upload the zip as it is; do not unpack it, and do not zip it again."] =
                "Proszę przesłać plik zip bez zmian; nie rozpakowywać go ani nie pakować ponownie.",
            ["The manifest must be at the root of the zip."] =
                "Manifest musi leżeć bezpośrednio w pliku zip, nie w folderze.",
            [
                "Where the platform offers it: the best score counts, the highest score is 100, attempts "
                    + "are unlimited."
            ] =
                "Jeśli platforma na to pozwala: liczy się najlepszy wynik, najwyższy wynik to 100, "
                + "liczba prób jest nieograniczona.",
            ["The course counts its attempts itself and reports the best result as a percentage."] =
                "Kurs sam liczy próby i przekazuje najlepszy wynik w procentach.",
            [
                "When you replace the package by a newer version of the same course, update it in place; "
                    + "do not delete it first."
            ] =
                "Przy zastąpieniu pakietu nowszą wersją tego samego kursu proszę zaktualizować go na "
                + "miejscu; nie usuwać go wcześniej.",
            ["Its identifiers stay the same, so that learners keep their results."] =
                "Identyfikatory pozostają te same, więc uczący się zachowują wyniki.",
            ["Log in as a learner, not as an editor, in a separate browser."] =
                "Proszę zalogować się jako osoba ucząca się, nie jako redaktor, w osobnej " + "przeglądarce.",
            ["Previews of editors are often recorded differently, or not at all."] =
                "Podglądy redaktorów często są zapisywane inaczej albo wcale.",
            [
                "Open three pages, leave with the button “Leave” of the course, and open it again: it "
                    + "shows the page you were on."
            ] =
                "Proszę otworzyć trzy strony, wyjść przyciskiem kursu „Wyjdź” i otworzyć kurs "
                + "ponownie: pokaże stronę, na której byli Państwo ostatnio.",
            ["Complete the course as a learner would, and leave it."] =
                "Proszę przejść kurs do końca jak osoba ucząca się i wyjść.",
            [
                "Look at the report of the platform: it shows the status and the time, and they match "
                    + "the top of this sheet."
            ] = "Proszę obejrzeć raport platformy: są w nim status i czas, zgodne z początkiem tej " + "karty.",
            [
                "Look at the report of the platform: it shows status, score and time, and they match the "
                    + "top of this sheet."
            ] = "Proszę obejrzeć raport platformy: są w nim status, wynik i czas, zgodne z " + "początkiem tej karty.",
            ["Do the same on a phone: lock it in the middle, and open the course again."] =
                "To samo proszę zrobić na telefonie: zablokować go w trakcie i otworzyć kurs " + "ponownie.",
            [
                "The browser downloads a file instead of opening the course: the server sends a wrong "
                    + "content type. Ask the people who run the platform to send .html as text/html, .js as "
                    + "text/javascript and .css as text/css."
            ] =
                "Przeglądarka pobiera plik, zamiast otworzyć kurs: serwer wysyła niewłaściwy typ "
                + "treści. Proszę poprosić osoby prowadzące platformę, aby wysyłała .html jako "
                + "text/html, .js jako text/javascript, a .css jako text/css.",
            [
                "The course says at its top that nothing is saved: the connection or the login is gone. "
                    + "Keep the page open if you can; otherwise open the course again on the same device, and "
                    + "it sends what it kept."
            ] =
                "Kurs podaje u góry, że nic się nie zapisuje: zerwało się połączenie lub wygasło "
                + "logowanie. Jeśli to możliwe, proszę nie zamykać strony; jeśli nie, otworzyć kurs "
                + "ponownie na tym samym urządzeniu, a wyśle to, co zachował.",
            [
                "The course says that it was opened without a platform: it runs from a different address "
                    + "than the platform, or in a separate window that cannot reach it. Choose to show it in "
                    + "the same window."
            ] =
                "Kurs podaje, że otwarto go bez platformy: działa pod innym adresem niż platforma "
                + "albo w osobnym oknie, które do niej nie sięga. Proszę wybrać wyświetlanie w tym "
                + "samym oknie.",
            ["In SCORM 1.2 the course finds the platform through the windows around it."] =
                "W SCORM 1.2 kurs znajduje platformę przez okna, które go otaczają.",
            [
                "The report stays empty although the course showed no error: play the same zip in the "
                    + "preview of protect-scorm. If status and score appear there, the settings of the "
                    + "platform are the cause."
            ] =
                "Raport pozostaje pusty, choć kurs nie pokazał błędu: proszę odtworzyć ten sam plik "
                + "zip w podglądzie protect-scorm. Jeśli tam widać status i wynik, przyczyną są "
                + "ustawienia platformy.",
            [
                "The platform never stores the result: the learner presses “Save a record of my work” in "
                    + "the course and sends you that text, which contains the result."
            ] =
                "Platforma nigdy nie zapisuje wyniku: osoba ucząca się zapisuje w kursie "
                + "potwierdzenie swojej pracy i wysyła Państwu ten tekst; zawiera on wynik.",
            ["Status until then: “incomplete”."] = "Status do tego czasu: „incomplete”.",
            ["“failed” is reported only when no attempt is left."] =
                "„failed” jest przekazywane dopiero wtedy, gdy nie ma już prób.",
            ["Pass mark: {0} %."] = "Próg zaliczenia: {0}%.",
            ["Score: the best result of the assessment, a percentage from 0 to 100."] =
                "Wynik: najlepszy wynik sprawdzianu, w procentach od 0 do 100.",
            ["Score: the share of knowledge checks done right, a percentage from 0 to 100."] =
                "Wynik: część pytań rozwiązanych dobrze, w procentach od 0 do 100.",
            ["No score."] = "Bez wyniku.",
            ["Each checked answer, by the id of its question; no free text of a learner."] =
                "Każda sprawdzona odpowiedź, według identyfikatora pytania; żadnego tekstu wpisanego " + "przez osobę.",
            ["No individual answers, and no free text of a learner."] =
                "Żadnych pojedynczych odpowiedzi ani tekstu wpisanego przez osobę.",
            ["The time of each visit, and the page that the learner was on."] =
                "Czas każdej wizyty i strona, na której była osoba.",
            ["all pages are seen"] = "obejrzano wszystkie strony",
            ["all knowledge checks are done"] = "zrobiono wszystkie pytania",
            ["the assessment is passed"] = "zaliczono sprawdzian",
            [
                "Status when {0}: “completed”; the platform turns the score into “passed” or “failed” by "
                    + "the mastery score of the package."
            ] =
                "Status, gdy {0}: „completed”; platforma zamienia wynik na „passed” lub „failed” "
                + "według progu pakietu.",
            ["Status when {0}: first “completed”, then “passed”."] =
                "Status, gdy {0}: najpierw „completed”, potem „passed”.",
            ["Status when {0}: “completed”."] = "Status, gdy {0}: „completed”.",
        };
}
