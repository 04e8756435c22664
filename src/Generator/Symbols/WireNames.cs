namespace TaskGen.Generator.Symbols;

/// <summary>What a name on the wire may be: of a task, an alias, a queue or a condition.</summary>
internal static class WireNames
{
    /// <summary>What a name may hold, for messages.</summary>
    public const string Characters = "1 to 200 characters out of A-Z, a-z, 0-9, '.', '_' and '-'";

    private const int MaxLength = 200;

    /// <summary>Whether a name is valid.</summary>
    public static bool IsValid(string name)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return false;
        }

        foreach (var character in name)
        {
            if (character is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
