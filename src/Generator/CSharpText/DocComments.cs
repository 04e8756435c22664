namespace TaskGen.Generator.CSharpText;

/// <summary>
/// Documentation of generated members: what the user wrote, by reference, so that no change of a comment emits anything again.
/// </summary>
internal static class DocComments
{
    /// <summary>Everything the user wrote about a member.</summary>
    /// <param name="documentationId">The member.</param>
    public static string Inherit(string documentationId) => $"/// <inheritdoc cref=\"{documentationId}\"/>";

    /// <summary>What the user wrote about a parameter.</summary>
    /// <param name="name">The name of the generated parameter.</param>
    /// <param name="documentationId">The method of the user.</param>
    /// <param name="parameter">Its parameter.</param>
    public static string Parameter(string name, string documentationId, string parameter) =>
        $"/// <param name=\"{name}\"><inheritdoc cref=\"{documentationId}\" path=\"/param[@name='{parameter}']/node()\"/></param>";
}
