/// <summary>Compiled into the mutated library: chooses the mutant that is active.</summary>
public static class Mutants
{
    /// <summary>Number of the active mutant; -1 for none.</summary>
    public static int Active = int.TryParse(System.Environment.GetEnvironmentVariable("PROTECT_MUTANT"), out int n)
        ? n
        : -1;

    /// <summary>Mutants whose code ran; null when not recorded.</summary>
    public static bool[]? Reached;

    public static bool On(int number)
    {
        if (Reached is { } reached)
            reached[number] = true;
        return number == Active;
    }
}
