namespace TaskGen.Generator.Diagnostics;

/// <summary>Every diagnostic. Severity states certainty: an error cannot work, a warning may do something else than was meant.</summary>
internal static partial class Descriptors
{
    private static string HelpLink(string id) => $"https://github.com/taskgen/taskgen/blob/main/docs/diagnostics/{id}.md";
}
