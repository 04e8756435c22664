namespace TaskGen.Exceptions;

/// <summary>
/// The exception that is thrown when one value cannot be serialized or deserialized. It has the problem and the position inside the
/// argument, but never the value. Code that knows the name of the argument converts it to a public exception.
/// </summary>
internal sealed class PayloadProblemException(string problem, Exception? innerException = null) : Exception(problem, innerException)
{
    /// <summary>The position inside the argument, such as <c>[2]</c>; empty for the argument itself.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Adds the index of the element that contains the value to the front of the path.</summary>
    public PayloadProblemException In(int index)
    {
        Path = $"[{index}]{Path}";
        return this;
    }

    /// <summary>Returns the problem with the name of the argument.</summary>
    public string Describe(string name) => $"'{name}{Path}' {Message}";
}
