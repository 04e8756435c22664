namespace TaskGen.Generator.Symbols;

/// <summary>Checks the names of tasks, aliases, queues, and conditions, which all follow the same rule.</summary>
internal static class WireNames
{
    /// <summary>The description of valid names in messages.</summary>
    public const string Characters = "1 to 200 characters from A-Z, a-z, 0-9, '.', '_', and '-'";

    private const int MaxLength = 200;

    /// <summary>Determines whether a name is valid.</summary>
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
