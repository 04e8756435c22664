namespace TaskGen.Generator.ContractFile;

/// <summary>The names in a line that stand there without quotes.</summary>
internal static class ContractNames
{
    /// <summary>Whether a name stands in a line without quotes.</summary>
    public static bool IsBare(string name)
    {
        foreach (var character in name)
        {
            if (!Contain(character))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    /// <summary>Whether such names contain a character.</summary>
    public static bool Contain(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '$' or '@';
}
