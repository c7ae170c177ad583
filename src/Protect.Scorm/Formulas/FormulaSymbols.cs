namespace Protect.Scorm.Formulas;

/// <summary>Tables of the TeX commands for one symbol, bracket, mark or space.</summary>
internal static class FormulaSymbols
{
    /// <summary>Letters and signs that are used like letters.</summary>
    public static readonly Dictionary<string, string> Letters = Table(
        """
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
        varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
        phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
        infty ∞ partial ∂ nabla ∇ emptyset ∅ varnothing ∅ aleph ℵ beth ℶ hbar ℏ hslash ℏ ell ℓ imath ı jmath ȷ Re ℜ Im ℑ
        wp ℘ forall ∀ exists ∃ nexists ∄ top ⊤ bot ⊥ angle ∠ measuredangle ∡ sphericalangle ∢ triangle △ square □
        blacksquare ■ diamond ⋄ Diamond ◇ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭
        natural ♮ sharp ♯ checkmark ✓ degree ° prime ′ backprime ‵ complement ∁ eth ð mho ℧ surd √ copyright © pounds £
        euro € yen ¥ S § P ¶ dag † ddag ‡ # # % % & & _ _ ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ $ $
        """
    );

    /// <summary>Capital Greek letters, which TeX does not slant.</summary>
    public static readonly Dictionary<string, string> Upright = Table(
        "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
    );

    public static readonly Dictionary<string, string> Binary = Table(
        """
        pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ cap ∩
        cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ wedge ∧ land ∧ vee ∨ lor ∨ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ dagger †
        ddagger ‡ triangleleft ◁ triangleright ▷ bigtriangleup △ bigtriangledown ▽ ltimes ⋉ rtimes ⋊ bmod mod
        """
    );

    public static readonly Dictionary<string, string> Relations = Table(
        """
        leq ≤ le ≤ geq ≥ ge ≥ leqslant ⩽ geqslant ⩾ neq ≠ ne ≠ equiv ≡ approx ≈ approxeq ≊ sim ∼ simeq ≃ cong ≅ doteq ≐
        propto ∝ ll ≪ gg ≫ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊
        supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ notin ∉ ni ∋ owns ∋ mid ∣ nmid ∤ parallel ∥
        nparallel ∦ perp ⟂ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ asymp ≍ bowtie ⋈ smile ⌣ frown ⌢ coloneqq ≔ lt < gt >
        nless ≮ ngtr ≯ nleq ≰ ngeq ≱ lesssim ≲ gtrsim ≳ therefore ∴ because ∵ colon : vcentcolon :
        to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹
        impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹
        Longleftarrow ⟸ Longleftrightarrow ⟺ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕
        nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁
        leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ leadsto ⇝
        nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍ nLeftrightarrow ⇎ curvearrowright ↷ curvearrowleft ↶
        """
    );

    public static readonly Dictionary<string, string> Sums = Table(
        """
        sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀
        biguplus ⨄
        """
    );

    public static readonly Dictionary<string, string> Integrals = Table("int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯");

    public static readonly Dictionary<string, string> Opening = Table(
        "{ { lbrace { langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lbrack [ lgroup ⟮ ulcorner ⌜"
    );

    public static readonly Dictionary<string, string> Closing = Table(
        "} } rbrace } rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rbrack ] rgroup ⟯ urcorner ⌝"
    );

    /// <summary>Functions whose name is their command.</summary>
    public static readonly string[] Functions =
    [
        .. "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth".Split(' '),
        .. "log ln lg exp ker dim deg hom arg".Split(' '),
    ];

    /// <summary>Functions with a condition below, and their names.</summary>
    public static readonly Dictionary<string, string> Limits = new(StringComparer.Ordinal)
    {
        ["lim"] = "lim",
        ["limsup"] = "lim sup",
        ["liminf"] = "lim inf",
        ["max"] = "max",
        ["min"] = "min",
        ["sup"] = "sup",
        ["inf"] = "inf",
        ["det"] = "det",
        ["gcd"] = "gcd",
        ["Pr"] = "Pr",
        ["argmax"] = "arg max",
        ["argmin"] = "arg min",
    };

    /// <summary>Marks above a part. A second letter “w” means as wide as the part, “b” below it.</summary>
    public static readonly Dictionary<string, (string Mark, bool IsBelow, bool IsWide)> Accents = new(
        StringComparer.Ordinal
    )
    {
        ["hat"] = ("^", false, false),
        ["bar"] = ("¯", false, false),
        ["vec"] = ("→", false, false),
        ["dot"] = ("˙", false, false),
        ["ddot"] = ("¨", false, false),
        ["tilde"] = ("~", false, false),
        ["check"] = ("ˇ", false, false),
        ["breve"] = ("˘", false, false),
        ["acute"] = ("´", false, false),
        ["grave"] = ("`", false, false),
        ["mathring"] = ("˚", false, false),
        ["widehat"] = ("^", false, true),
        ["widetilde"] = ("~", false, true),
        ["overline"] = ("¯", false, true),
        ["underline"] = ("_", true, true),
        ["overbrace"] = ("⏞", false, true),
        ["underbrace"] = ("⏟", true, true),
        ["overrightarrow"] = ("→", false, true),
        ["overleftarrow"] = ("←", false, true),
        ["overleftrightarrow"] = ("↔", false, true),
        ["underrightarrow"] = ("→", true, true),
        ["underleftarrow"] = ("←", true, true),
    };

    /// <summary>Spaces, with their width in em.</summary>
    public static readonly Dictionary<string, string> Spaces = new(StringComparer.Ordinal)
    {
        [","] = "0.167",
        ["thinspace"] = "0.167",
        [":"] = "0.222",
        [">"] = "0.222",
        ["medspace"] = "0.222",
        [";"] = "0.278",
        ["thickspace"] = "0.278",
        [" "] = "0.333",
        ["~"] = "0.333",
        ["enspace"] = "0.5",
        ["quad"] = "1",
        ["qquad"] = "2",
        ["!"] = "-0.167",
        ["negthinspace"] = "-0.167",
    };

    /// <summary>Arrows with a label above and, in square brackets, below.</summary>
    public static readonly Dictionary<string, string> LabelledArrows = Table(
        """
        xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐ xLeftrightarrow ⇔ xmapsto ↦
        xrightleftharpoons ⇌
        """
    );

    /// <summary>Relations with a stroke, by the relation without.</summary>
    public static readonly Dictionary<string, string> Negated = Table(
        """
        = ≠ ∈ ∉ ∋ ∌ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ≡ ≢ ∃ ∄ < ≮ > ≯ ≤ ≰ ≥ ≱ ∼ ≁ ≈ ≉ ≃ ≄ ≅ ≇ ∣ ∤ ∥ ∦ → ↛ ← ↚ ⇒ ⇏ ⇐ ⇍ ⇔ ⇎ ⊢ ⊬ ⊨ ⊭
        """
    );

    /// <summary>Heights in em of brackets with a fixed size.</summary>
    public static readonly Dictionary<string, string> Sizes = new(StringComparer.Ordinal)
    {
        ["big"] = "1.2",
        ["Big"] = "1.8",
        ["bigg"] = "2.4",
        ["Bigg"] = "3",
    };

    private static Dictionary<string, string> Table(string rows)
    {
        string[] words = rows.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int at = 0; at < words.Length; at += 2)
            table.Add(words[at], words[at + 1]);
        return table;
    }
}
