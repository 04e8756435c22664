namespace TaskGen.Generator.CSharpText;

/// <summary>
/// Creates documentation of generated members that refers to the documentation of other members. Because the text is not copied, a change
/// of the user's comments does not emit a file again.
/// </summary>
internal static class DocComments
{
    /// <summary>Creates the tag that inherits the content of one tag.</summary>
    /// <param name="documentationId">The documentation id of the member to inherit from.</param>
    /// <param name="tag">The tag, which may have a condition: <c>param[@name='a']</c>.</param>
    public static string InheritPart(string documentationId, string tag) =>
        $"<inheritdoc cref=\"{documentationId}\" path=\"/{tag}/node()\"/>";

    /// <summary>Creates the line that inherits the exceptions of a member.</summary>
    /// <param name="documentationId">The documentation id of the member to inherit from.</param>
    public static string InheritExceptions(string documentationId) => $"/// <inheritdoc cref=\"{documentationId}\" path=\"/exception\"/>";

    /// <summary>Creates the line that documents a parameter with the text of the user.</summary>
    /// <param name="name">The name of the generated parameter.</param>
    /// <param name="documentationId">The documentation id of the user's method.</param>
    /// <param name="parameter">The name of the parameter of that method.</param>
    public static string Parameter(string name, string documentationId, string parameter) =>
        $"/// <param name=\"{name}\">{InheritPart(documentationId, $"param[@name='{parameter}']")}</param>";
}
