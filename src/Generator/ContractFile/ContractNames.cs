namespace TaskGen.Generator.ContractFile;

/// <summary>Determines which names are written without quotes in a contract file.</summary>
internal static class ContractNames
{
    /// <summary>Returns whether a name is written without quotes.</summary>
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

    /// <summary>Returns whether a name without quotes can contain a character.</summary>
    public static bool Contain(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '$' or '@';
}
