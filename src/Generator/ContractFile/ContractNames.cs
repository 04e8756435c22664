namespace TaskGen.Generator.ContractFile;

/// <summary>Determines which names are written without quotation marks in a contract file.</summary>
internal static class ContractNames
{
    /// <summary>Determines whether a name is written without quotation marks.</summary>
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

    /// <summary>Determines whether a name without quotation marks can contain a character.</summary>
    public static bool Contain(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '$' or '@';
}
