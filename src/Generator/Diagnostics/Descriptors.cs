namespace TaskGen.Generator.Diagnostics;

/// <summary>
/// The descriptors of all diagnostics. An error marks code that cannot work. A warning marks code that might behave differently than
/// intended.
/// </summary>
internal static partial class Descriptors
{
    /// <summary>The address of the repository's main branch. A help link consists of this address and the path of a page.</summary>
    public const string RepositoryAddress = "https://github.com/taskgen/taskgen/blob/main/";

    private static string HelpLink(string id) => $"{RepositoryAddress}docs/diagnostics/{id}.md";
}
