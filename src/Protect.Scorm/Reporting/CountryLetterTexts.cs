namespace Protect.Scorm.Reporting;

/// <summary>Texts of the letter that asks a person to check a country, in one language.</summary>
internal sealed record CountryLetterTexts
{
    public required string Language { get; init; }

    /// <summary>“Please check: {0}”, with the name of the country.</summary>
    public required string Title { get; init; }

    /// <summary>Introduction, with the title of the course.</summary>
    public required string Intro { get; init; }

    /// <summary>Steps to follow; {0} is the file of the table.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    public required string What { get; init; }

    public required string Now { get; init; }

    public required string Answer { get; init; }

    public required string New { get; init; }

    public required string From { get; init; }

    public required string Missing { get; init; }

    public required string Date { get; init; }

    public required string Role { get; init; }

    /// <summary>Labels of the fields of an entry, by name.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Answers that mean “right”, in small letters.</summary>
    public static IReadOnlySet<string> Right { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "ok", "yes", "x", "oui", "tak", "evet", "ναι" };

    /// <summary>Answer that means that the service no longer exists.</summary>
    public const string Gone = "gone";

    /// <summary>Returns the texts in the language of a country; English when there are none.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static CountryLetterTexts For(string country) =>
        country switch
        {
            "FR" => French,
            "PL" => Polish,
            "TR" => Turkish,
            "GR" or "CY" => Greek,
            _ => English,
        };

    /// <summary>All languages of letters.</summary>
    public static IReadOnlyList<CountryLetterTexts> All => [English, French, Polish, Turkish, Greek];

    private static Dictionary<string, string> Labels(params string[] labels) =>
        CountryQuestions.Fields.Zip(labels).ToDictionary(pair => pair.First, pair => pair.Second);

    private static CountryLetterTexts English { get; } =
        new()
        {
            Language = "en",
            Title = "Please check: {0}",
            Intro =
                "The online course “{0}” shows helplines, authorities and legal duties of your country. "
                + "It shows no number and no rule that nobody has checked. Please check the lines below. "
                + "This takes about an hour.",
            Steps =
            [
                "Call each helpline at a quiet time and say that you are checking the number. Never call an "
                    + "emergency "
                    + "number to check it: read the page of the service.",
                "Open each address. Compare the name, the hours and the languages.",
                "For what the law asks, ask the authority or a lawyer: for workers, and for volunteers.",
                "Open the table {0} in a spreadsheet. In the column “answer”, write “ok” if the line is right. If "
                    + "it is "
                    + "not, write the right text in the column “new”. If the service no longer exists, write "
                    + "“gone” in "
                    + "the column “answer”. If you do not know, leave all lines of the entry empty.",
                "At the top of the table, write the date (such as 2026-11-30) and your role. The course keeps "
                    + "your role, "
                    + "not your name.",
                "Save the table as CSV (UTF-8) and send it back.",
            ],
            What = "What",
            Now = "In the course now",
            Answer = "Right? (answer)",
            New = "If not, the right text (new)",
            From = "Where we have it from, and what to look at",
            Missing = "We have nothing. Is there such a service?",
            Date = "Date of your check",
            Role = "Your role",
            Fields = Labels(
                "Name",
                "Number",
                "Address on the web",
                "Description",
                "For workers",
                "For volunteers",
                "Hours",
                "Languages",
                "Why there is none",
                "Where you know it from"
            ),
        };

    private static CountryLetterTexts French { get; } =
        new()
        {
            Language = "fr",
            Title = "À vérifier : {0}",
            Intro =
                "Le cours en ligne « {0} » montre des lignes d’écoute, des autorités et des obligations légales de "
                + "votre pays. Il ne montre aucun numéro ni aucune règle que personne n’a vérifié. Merci de vérifier "
                + "les lignes ci-dessous. Il faut environ une heure.",
            Steps =
            [
                "Appelez chaque ligne d’écoute à une heure calme et dites que vous vérifiez le numéro. N’appelez "
                    + "jamais un "
                    + "numéro d’urgence pour le vérifier : lisez la page du service.",
                "Ouvrez chaque adresse. Comparez le nom, les heures et les langues.",
                "Pour ce que la loi demande, interrogez l’autorité ou un juriste : pour les personnes salariées, "
                    + "et pour "
                    + "les bénévoles.",
                "Ouvrez le tableau {0} dans un tableur. Dans la colonne « answer », écrivez « ok » si la ligne "
                    + "est juste. "
                    + "Sinon, écrivez le bon texte dans la colonne « new ». Si le service n’existe plus, écrivez "
                    + "« gone » "
                    + "dans la colonne « answer ». Si vous ne savez pas, laissez vides toutes les lignes de "
                    + "l’entrée.",
                "En haut du tableau, écrivez la date (par exemple 2026-11-30) et votre fonction. Le cours garde "
                    + "votre "
                    + "fonction, pas votre nom.",
                "Enregistrez le tableau en CSV (UTF-8) et renvoyez-le.",
            ],
            What = "Quoi",
            Now = "Aujourd’hui dans le cours",
            Answer = "Juste ? (answer)",
            New = "Sinon : ce qui est juste (new)",
            From = "D’où nous le tenons, et ce qu’il faut regarder",
            Missing = "Nous n’avons rien. Ce service existe-t-il ?",
            Date = "Date de votre vérification",
            Role = "Votre fonction",
            Fields = Labels(
                "Nom",
                "Numéro",
                "Adresse web",
                "Description",
                "Pour les personnes salariées",
                "Pour les bénévoles",
                "Heures",
                "Langues",
                "Pourquoi il n’y en a pas",
                "D’où vous le savez"
            ),
        };

    private static CountryLetterTexts Polish { get; } =
        new()
        {
            Language = "pl",
            Title = "Prośba o sprawdzenie: {0}",
            Intro =
                "Kurs internetowy „{0}” pokazuje telefony zaufania, instytucje i obowiązki prawne w Państwa kraju. "
                + "Nie pokazuje żadnego numeru ani przepisu, którego nikt nie sprawdził. Prosimy o sprawdzenie "
                + "poniższych wierszy. Zajmie to około godziny.",
            Steps =
            [
                "Proszę zadzwonić pod każdy telefon zaufania w spokojnej porze i powiedzieć, że sprawdzają "
                    + "Państwo numer. "
                    + "Nigdy nie dzwonimy na numer alarmowy, aby go sprawdzić: wystarczy strona służby.",
                "Proszę otworzyć każdy adres i porównać nazwę, godziny i języki.",
                "O wymagania prawa proszę zapytać instytucję lub prawnika: wobec osób zatrudnionych i wobec "
                    + "wolontariuszy.",
                "Proszę otworzyć tabelę {0} w arkuszu kalkulacyjnym. W kolumnie „answer” proszę wpisać „ok”, "
                    + "jeśli wiersz "
                    + "się zgadza. Jeśli nie, proszę wpisać właściwy tekst w kolumnie „new”. Jeśli usługa już nie "
                    + "istnieje, "
                    + "proszę wpisać „gone” w kolumnie „answer”. Jeśli Państwo nie wiedzą, wszystkie wiersze tej "
                    + "pozycji "
                    + "zostają puste.",
                "Na górze tabeli proszę wpisać datę (na przykład 2026-11-30) i swoją funkcję. Kurs zapisuje "
                    + "funkcję, nie "
                    + "nazwisko.",
                "Proszę zapisać tabelę jako CSV (UTF-8) i odesłać.",
            ],
            What = "Co",
            Now = "Obecnie w kursie",
            Answer = "Zgadza się? (answer)",
            New = "Jeśli nie: jak powinno być (new)",
            From = "Skąd to mamy i na co zwrócić uwagę",
            Missing = "Nic nie mamy. Czy jest taka usługa?",
            Date = "Data sprawdzenia",
            Role = "Funkcja osoby sprawdzającej",
            Fields = Labels(
                "Nazwa",
                "Numer",
                "Adres strony",
                "Opis",
                "Wobec osób zatrudnionych",
                "Wobec wolontariuszy",
                "Godziny",
                "Języki",
                "Dlaczego nie ma",
                "Skąd to wiadomo"
            ),
        };

    private static CountryLetterTexts Turkish { get; } =
        new()
        {
            Language = "tr",
            Title = "Lütfen kontrol edin: {0}",
            Intro =
                "“{0}” adlı çevrim içi kurs, ülkenizdeki yardım hatlarını, kurumları ve yasal yükümlülükleri "
                + "gösterir. Kimsenin kontrol etmediği hiçbir numarayı ve kuralı göstermez. Lütfen aşağıdaki "
                + "satırları "
                + "kontrol edin. Bu yaklaşık bir saat sürer.",
            Steps =
            [
                "Her yardım hattını sakin bir saatte arayın ve numarayı kontrol ettiğinizi söyleyin. Bir acil "
                    + "numarayı "
                    + "kontrol etmek için asla aramayın: ilgili hizmetin sayfasını okuyun.",
                "Her adresi açın. Adı, saatleri ve dilleri karşılaştırın.",
                "Yasanın ne istediğini kuruma veya bir hukukçuya sorun: çalışanlar için ve gönüllüler için.",
                "{0} tablosunu bir hesap tablosu programında açın. Satır doğruysa “answer” sütununa “ok” yazın. "
                    + "Doğru "
                    + "değilse doğru metni “new” sütununa yazın. Hizmet artık yoksa “answer” sütununa “gone” yazın. "
                    + "Bilmiyorsanız o kaydın bütün satırlarını boş bırakın.",
                "Tablonun başına tarihi (örneğin 2026-11-30) ve görevinizi yazın. Kurs adınızı değil, görevinizi "
                    + "saklar.",
                "Tabloyu CSV (UTF-8) olarak kaydedip geri gönderin.",
            ],
            What = "Ne",
            Now = "Şu anda kursta",
            Answer = "Doğru mu? (answer)",
            New = "Değilse: doğrusu (new)",
            From = "Nereden biliyoruz ve neye bakılmalı",
            Missing = "Bilgimiz yok. Böyle bir hizmet var mı?",
            Date = "Kontrol tarihi",
            Role = "Göreviniz",
            Fields = Labels(
                "Ad",
                "Numara",
                "Web adresi",
                "Açıklama",
                "Çalışanlar için",
                "Gönüllüler için",
                "Saatler",
                "Diller",
                "Neden yok",
                "Nereden biliyorsunuz"
            ),
        };

    private static CountryLetterTexts Greek { get; } =
        new()
        {
            Language = "el",
            Title = "Προς έλεγχο: {0}",
            Intro =
                "Το διαδικτυακό μάθημα «{0}» δείχνει γραμμές βοήθειας, αρχές και νομικές υποχρεώσεις της χώρας σας. "
                + "Δεν δείχνει κανέναν αριθμό και κανέναν κανόνα που δεν έχει ελέγξει κάποιο άτομο. Παρακαλούμε "
                + "ελέγξτε "
                + "τις παρακάτω γραμμές. Χρειάζεται περίπου μία ώρα.",
            Steps =
            [
                "Καλέστε κάθε γραμμή βοήθειας σε ήσυχη ώρα και πείτε ότι ελέγχετε τον αριθμό. Ποτέ μην καλείτε "
                    + "αριθμό "
                    + "έκτακτης ανάγκης για να τον ελέγξετε: διαβάστε τη σελίδα της υπηρεσίας.",
                "Ανοίξτε κάθε διεύθυνση. Συγκρίνετε το όνομα, τις ώρες και τις γλώσσες.",
                "Για το τι ζητά ο νόμος, ρωτήστε την αρχή ή έναν νομικό: για εργαζόμενους και για εθελοντές.",
                "Ανοίξτε τον πίνακα {0} σε πρόγραμμα υπολογιστικών φύλλων. Στη στήλη «answer» γράψτε «ok», αν η "
                    + "γραμμή είναι "
                    + "σωστή. Αν δεν είναι, γράψτε το σωστό κείμενο στη στήλη «new». Αν η υπηρεσία δεν υπάρχει "
                    + "πια, γράψτε "
                    + "«gone» στη στήλη «answer». Αν δεν γνωρίζετε, αφήστε κενές όλες τις γραμμές της εγγραφής.",
                "Στην αρχή του πίνακα γράψτε την ημερομηνία (π.χ. 2026-11-30) και την ιδιότητά σας. Το μάθημα "
                    + "κρατά την "
                    + "ιδιότητα, όχι το όνομά σας.",
                "Αποθηκεύστε τον πίνακα ως CSV (UTF-8) και στείλτε τον πίσω.",
            ],
            What = "Τι",
            Now = "Τώρα στο μάθημα",
            Answer = "Σωστό; (answer)",
            New = "Αν όχι: το σωστό (new)",
            From = "Από πού το έχουμε και τι να προσέξετε",
            Missing = "Δεν έχουμε τίποτα. Υπάρχει τέτοια υπηρεσία;",
            Date = "Ημερομηνία ελέγχου",
            Role = "Η ιδιότητά σας",
            Fields = Labels(
                "Όνομα",
                "Αριθμός",
                "Διεύθυνση στον ιστό",
                "Περιγραφή",
                "Για εργαζόμενους",
                "Για εθελοντές",
                "Ώρες",
                "Γλώσσες",
                "Γιατί δεν υπάρχει",
                "Από πού το γνωρίζετε"
            ),
        };
}
