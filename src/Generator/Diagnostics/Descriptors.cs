namespace TaskGen.Generator.Diagnostics;

/// <summary>
/// The descriptors of all diagnostics. The severity states how certain the rule is: an error marks code that cannot work, a warning marks
/// code that may behave differently than intended.
/// </summary>
internal static partial class Descriptors
{
    /// <summary>The address of the repository's main branch. A help link is this address, followed by the path of a page.</summary>
    public const string RepositoryAddress = "https://github.com/taskgen/taskgen/blob/main/";

    private static string HelpLink(string id) => $"{RepositoryAddress}docs/diagnostics/{id}.md";
}
