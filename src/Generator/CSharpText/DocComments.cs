namespace TaskGen.Generator.CSharpText;

/// <summary>
/// Creates XML comments for generated members that inherit the documentation of other members. Because the text is not copied, a file does
/// not have to be emitted again after a change to the user's comments.
/// </summary>
internal static class DocComments
{
    /// <summary>Creates an XML element that inherits the content of one documentation element.</summary>
    /// <param name="documentationId">The documentation id of the member to inherit from.</param>
    /// <param name="tag">The name of the documentation element, which can have a condition, such as <c>param[@name='a']</c>.</param>
    public static string InheritPart(string documentationId, string tag) =>
        $"<inheritdoc cref=\"{documentationId}\" path=\"/{tag}/node()\"/>";

    /// <summary>Creates the line that inherits the exception documentation of a member.</summary>
    /// <param name="documentationId">The documentation id of the member to inherit from.</param>
    public static string InheritExceptions(string documentationId) => $"/// <inheritdoc cref=\"{documentationId}\" path=\"/exception\"/>";

    /// <summary>Creates the line that documents a parameter with the user's documentation.</summary>
    /// <param name="name">The name of the generated parameter.</param>
    /// <param name="documentationId">The documentation id of the user's method.</param>
    /// <param name="parameter">The name of the parameter in the user's method.</param>
    public static string Parameter(string name, string documentationId, string parameter) =>
        $"/// <param name=\"{name}\">{InheritPart(documentationId, $"param[@name='{parameter}']")}</param>";
}
