namespace Protect.Scorm.Bench;

/// <summary>The five kinds of question in the common course.</summary>
internal static class CommonQuestions
{
    public static string Yaml(string id, int kind, Theme theme) =>
        kind switch
        {
            0 => $$"""
                - type: single-choice
                  id: {{id}}
                  prompt: "Que fait-on d’abord pour éviter {{theme.Risk}} ?"
                  options:
                    - text: "On prend le temps de {{theme.Act}}."
                      correct: true
                      feedback: "Oui, ce geste passe avant les autres."
                    - text: "On demande au groupe de patienter dehors."
                      feedback: "Le groupe peut rester et regarder."
                    - {text: "On essaie le vélo dans la cour.", feedback: "L’essai vient après le contrôle."}
                    - {text: "On remet la réparation à demain.", feedback: "Ce contrôle ne prend que deux minutes."}
                """,
            1 => $$"""
                - type: multiple-choice
                  id: {{id}}
                  prompt: "Que note-t-on dans le carnet à propos de {{theme.Object}} ?"
                  options:
                    - text: La date du contrôle
                      correct: true
                      feedback: "On voit ainsi ce qui a tenu, et combien de temps."
                    - {text: Le geste qui a été fait, correct: true, feedback: "La personne suivante ne le refait pas."}
                    - text: Ce qui reste à surveiller
                      correct: true
                      feedback: "C’est la première chose que l’on relit."
                    - {text: Le prix du vélo neuf, feedback: "Il n’aide pas à réparer."}
                    - {text: L’avis des passants, feedback: "On note ce que l’on a vu soi-même."}
                """,
            2 => $$"""
                - type: true-false
                  id: {{id}}
                  prompt: "Une personne qui débute range seule {{theme.Gear}}, sans rien demander."
                  answer: false
                  when_true: Quelqu’un montre la place une première fois.
                  when_false: Oui, quelqu’un montre la place une première fois.
                """,
            3 => $$"""
                - type: matching
                  id: {{id}}
                  prompt: Associez chaque moment à son geste.
                  pairs:
                    - {item: Accueillir, match: "Regarder {{theme.Object}}"}
                    - {item: Prévenir, match: "Éviter {{theme.Risk}}"}
                    - {item: Réparer, match: "Penser à {{theme.Act}}"}
                    - {item: Rendre compte, match: "Remplir le carnet de l’atelier"}
                  feedback: {right: "Oui, chaque moment a son geste.", wrong: "Relisez la page des premiers gestes."}
                """,
            _ => $$"""
                - type: gap-fill
                  id: {{id}}
                  prompt: Complétez la consigne de l’atelier.
                  text: Le numéro d’appel d’urgence européen est le [[numero]].
                  gaps:
                    - {name: numero, accept: ["112"]}
                  feedback:
                    right: Oui, il répond dans toute l’Union européenne.
                    wrong: Il a trois chiffres et répond dans toute l’Union européenne.
                """,
        };
}
