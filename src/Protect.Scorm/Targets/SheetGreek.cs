namespace Protect.Scorm.Targets;

/// <summary>The texts of instruction sheets in Greek, by the English text.</summary>
internal static class SheetGreek
{
    public static IReadOnlyDictionary<string, string> Texts { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCORM 1.2 RTE, 3.4"] = "SCORM 1.2 RTE, 3.4",
            ["common to the LMSs whose code was read"] = "κοινό στις πλατφόρμες των οποίων διαβάστηκε ο κώδικας",
            ["Put the package into {0}"] = "Τοποθέτηση του πακέτου: {0}",
            ["your LMS"] = "η πλατφόρμα σας",
            ["What this package reports"] = "Τι αναφέρει αυτό το πακέτο",
            ["Settings to choose"] = "Ρυθμίσεις που θα επιλέξετε",
            ["Check with the first learner"] = "Έλεγχος με το πρώτο άτομο",
            ["When nothing is recorded"] = "Όταν δεν καταγράφεται τίποτα",
            [
                "These instructions were tried on a running installation, unless a source says "
                    + "otherwise. Names of settings may differ in your release."
            ] =
                "Αυτές οι οδηγίες δοκιμάστηκαν σε εγκατάσταση που λειτουργεί, εκτός αν η πηγή λέει "
                + "κάτι άλλο. Τα ονόματα των ρυθμίσεων μπορεί να διαφέρουν στην έκδοσή σας.",
            [
                "These instructions come from the code and the documentation of this LMS. They were not "
                    + "tried on a running installation: check with the first learner."
            ] =
                "Αυτές οι οδηγίες προέρχονται από τον κώδικα και την τεκμηρίωση αυτής της "
                + "πλατφόρμας. Δεν δοκιμάστηκαν σε εγκατάσταση που λειτουργεί: ελέγξτε με το πρώτο "
                + "άτομο.",
            [
                "This LMS is closed source. These instructions come from its documentation and were not "
                    + "tried: check with the first learner."
            ] =
                "Ο κώδικας αυτής της πλατφόρμας είναι κλειστός. Αυτές οι οδηγίες προέρχονται από την "
                + "τεκμηρίωσή της και δεν δοκιμάστηκαν: ελέγξτε με το πρώτο άτομο.",
            [
                "This sheet applies to any LMS that supports SCORM 1.2. Names of settings differ: look "
                    + "for the settings described here."
            ] =
                "Αυτό το φύλλο ισχύει για κάθε πλατφόρμα που υποστηρίζει το SCORM 1.2. Τα ονόματα "
                + "των ρυθμίσεων διαφέρουν: αναζητήστε τις ρυθμίσεις που περιγράφονται εδώ.",
            ["The instructions for this LMS are in English, with the names that its English pages use."] =
                "Οι οδηγίες για αυτή την πλατφόρμα είναι στα αγγλικά, με τα ονόματα των αγγλικών " + "σελίδων της.",
            ["Upload the zip as it is; do not unpack it, and do not zip it again."] =
                "Ανεβάστε το zip όπως είναι· μην το αποσυμπιέσετε και μην το συμπιέσετε ξανά.",
            ["The manifest must be at the root of the zip."] =
                "Το manifest πρέπει να βρίσκεται στο ανώτερο επίπεδο του zip.",
            [
                "Where the platform offers it: the best score counts, the highest score is 100, attempts "
                    + "are unlimited."
            ] =
                "Όπου το προσφέρει η πλατφόρμα: μετρά η καλύτερη βαθμολογία, η μέγιστη είναι 100, οι "
                + "προσπάθειες είναι απεριόριστες.",
            ["The course counts its attempts itself and reports the best result as a percentage."] =
                "Το μάθημα μετρά μόνο του τις προσπάθειες και αναφέρει το καλύτερο αποτέλεσμα ως " + "ποσοστό.",
            [
                "When you replace the package by a newer version of the same course, update it in place; "
                    + "do not delete it first."
            ] =
                "Όταν αντικαθιστάτε το πακέτο με νεότερη έκδοση του ίδιου μαθήματος, ενημερώστε το "
                + "στη θέση του· μην το διαγράψετε πρώτα.",
            ["Its identifiers stay the same, so that learners keep their results."] =
                "Τα αναγνωριστικά του μένουν ίδια, ώστε οι συμμετέχοντες να κρατούν τα αποτελέσματά " + "τους.",
            ["Log in as a learner, not as an editor, in a separate browser."] =
                "Συνδεθείτε ως συμμετέχων, όχι ως συντάκτης, σε ξεχωριστό πρόγραμμα περιήγησης.",
            ["Previews of editors are often recorded differently, or not at all."] =
                "Οι προεπισκοπήσεις των συντακτών συχνά καταγράφονται διαφορετικά ή καθόλου.",
            [
                "Open three pages, leave with the button “Leave” of the course, and open it again: it "
                    + "shows the page you were on."
            ] =
                "Ανοίξτε τρεις σελίδες, βγείτε με το κουμπί εξόδου του μαθήματος και ανοίξτε το "
                + "ξανά: δείχνει τη σελίδα όπου ήσασταν.",
            ["Complete the course as a learner would, and leave it."] =
                "Ολοκληρώστε το μάθημα όπως ένας συμμετέχων και βγείτε.",
            [
                "Look at the report of the platform: it shows the status and the time, and they match "
                    + "the top of this sheet."
            ] =
                "Δείτε την αναφορά της πλατφόρμας: δείχνει την κατάσταση και τον χρόνο, όπως στην "
                + "αρχή αυτού του φύλλου.",
            [
                "Look at the report of the platform: it shows status, score and time, and they match the "
                    + "top of this sheet."
            ] =
                "Δείτε την αναφορά της πλατφόρμας: δείχνει κατάσταση, βαθμολογία και χρόνο, όπως "
                + "στην αρχή αυτού του φύλλου.",
            ["Do the same on a phone: lock it in the middle, and open the course again."] =
                "Κάντε το ίδιο σε κινητό: κλειδώστε το στη μέση και ανοίξτε ξανά το μάθημα.",
            [
                "The browser downloads a file instead of opening the course: the server sends a wrong "
                    + "content type. Ask the people who run the platform to send .html as text/html, .js as "
                    + "text/javascript and .css as text/css."
            ] =
                "Το πρόγραμμα περιήγησης κατεβάζει ένα αρχείο αντί να ανοίξει το μάθημα: ο "
                + "διακομιστής στέλνει λάθος τύπο περιεχομένου. Ζητήστε από όσους διαχειρίζονται την "
                + "πλατφόρμα να στέλνουν τα .html ως text/html, τα .js ως text/javascript και τα .css "
                + "ως text/css.",
            [
                "The course says at its top that nothing is saved: the connection or the login is gone. "
                    + "Keep the page open if you can; otherwise open the course again on the same device, and "
                    + "it sends what it kept."
            ] =
                "Το μάθημα λέει στο επάνω μέρος ότι δεν αποθηκεύεται τίποτα: χάθηκε η σύνδεση ή η "
                + "είσοδος. Κρατήστε τη σελίδα ανοιχτή, αν μπορείτε· αλλιώς ανοίξτε ξανά το μάθημα "
                + "στην ίδια συσκευή και θα στείλει όσα κράτησε.",
            [
                "The course says that it was opened without a platform: it runs from a different address "
                    + "than the platform, or in a separate window that cannot reach it. Choose to show it in "
                    + "the same window."
            ] =
                "Το μάθημα λέει ότι άνοιξε χωρίς πλατφόρμα: τρέχει σε άλλη διεύθυνση από την "
                + "πλατφόρμα ή σε ξεχωριστό παράθυρο που δεν τη φτάνει. Επιλέξτε να εμφανίζεται στο "
                + "ίδιο παράθυρο.",
            ["In SCORM 1.2 the course finds the platform through the windows around it."] =
                "Στο SCORM 1.2 το μάθημα βρίσκει την πλατφόρμα μέσα από τα παράθυρα που το " + "περιβάλλουν.",
            [
                "The report stays empty although the course showed no error: play the same zip in the "
                    + "preview of protect-scorm. If status and score appear there, the settings of the "
                    + "platform are the cause."
            ] =
                "Η αναφορά μένει κενή, αν και το μάθημα δεν έδειξε σφάλμα: παίξτε το ίδιο zip στην "
                + "προεπισκόπηση του protect-scorm. Αν εκεί εμφανίζονται κατάσταση και βαθμολογία, η "
                + "αιτία είναι οι ρυθμίσεις της πλατφόρμας.",
            [
                "The platform never stores the result: the learner presses “Save a record of my work” in "
                    + "the course and sends you that text, which contains the result."
            ] =
                "Η πλατφόρμα δεν αποθηκεύει ποτέ το αποτέλεσμα: το άτομο αποθηκεύει στο μάθημα ένα "
                + "αρχείο της εργασίας του και σας στέλνει αυτό το κείμενο, που περιέχει το αποτέλεσμα.",
            ["Status until then: “incomplete”."] = "Κατάσταση έως τότε: «incomplete».",
            ["“failed” is reported only when no attempt is left."] =
                "Το «failed» αναφέρεται μόνο όταν δεν απομένει προσπάθεια.",
            ["Pass mark: {0} %."] = "Όριο επιτυχίας: {0}%.",
            ["Score: the best result of the assessment, a percentage from 0 to 100."] =
                "Βαθμολογία: το καλύτερο αποτέλεσμα της αξιολόγησης, ποσοστό από 0 έως 100.",
            ["Score: the share of knowledge checks done right, a percentage from 0 to 100."] =
                "Βαθμολογία: το μέρος των ερωτήσεων με σωστή απάντηση, ποσοστό από 0 έως 100.",
            ["No score."] = "Χωρίς βαθμολογία.",
            ["Each checked answer, by the id of its question; no free text of a learner."] =
                "Κάθε απάντηση που ελέγχθηκε, με το αναγνωριστικό της ερώτησης· κανένα ελεύθερο " + "κείμενο.",
            ["No individual answers, and no free text of a learner."] =
                "Καμία μεμονωμένη απάντηση και κανένα ελεύθερο κείμενο.",
            ["The time of each visit, and the page that the learner was on."] =
                "Ο χρόνος κάθε επίσκεψης και η σελίδα όπου ήταν το άτομο.",
            ["all pages are seen"] = "έχουν προβληθεί όλες οι σελίδες",
            ["all knowledge checks are done"] = "έχουν γίνει όλες οι ερωτήσεις",
            ["the assessment is passed"] = "η αξιολόγηση είναι επιτυχής",
            [
                "Status when {0}: “completed”; the platform turns the score into “passed” or “failed” by "
                    + "the mastery score of the package."
            ] =
                "Κατάσταση όταν {0}: «completed»· η πλατφόρμα μετατρέπει τη βαθμολογία σε «passed» ή "
                + "«failed» με βάση το όριο του πακέτου.",
            ["Status when {0}: first “completed”, then “passed”."] =
                "Κατάσταση όταν {0}: πρώτα «completed», μετά «passed».",
            ["Status when {0}: “completed”."] = "Κατάσταση όταν {0}: «completed».",
        };
}
