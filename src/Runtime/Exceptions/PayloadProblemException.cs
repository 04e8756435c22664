namespace TaskGen.Exceptions;

/// <summary>
/// The exception that is thrown when one value cannot be serialized or deserialized. It contains the problem and the position of the value
/// inside the argument, but never the value itself. Callers that know the argument's name convert it to a public exception.
/// </summary>
internal sealed class PayloadProblemException(string problem, Exception? innerException = null, string path = "")
    : Exception(problem, innerException)
{
    /// <summary>The position inside the argument, such as <c>[2].Price</c>; empty for the argument itself.</summary>
    public string Path { get; private set; } = path;

    /// <summary>Adds the index of the element that contains the value to the front of the path.</summary>
    public PayloadProblemException In(int index)
    {
        Path = $"[{index}]{Path}";
        return this;
    }

    /// <summary>Returns a description of the problem that starts with the name of the argument.</summary>
    public string Describe(string name) => $"'{name}{Path}' {Message}";
}
