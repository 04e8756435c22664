namespace TaskGen.Exceptions;

/// <summary>
/// One value does not fit. Carries what is wrong and where inside the argument, never the value; turned into a public exception where the
/// argument's name is known.
/// </summary>
internal sealed class PayloadProblemException(string problem, Exception? innerException = null) : Exception(problem, innerException)
{
    /// <summary>Where inside the argument, such as <c>[2]</c>; empty: the argument itself.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Says that the value with the problem is an element of another one.</summary>
    public PayloadProblemException In(int index)
    {
        Path = $"[{index}]{Path}";
        return this;
    }

    /// <summary>The line that names the argument.</summary>
    public string Describe(string name) => $"'{name}{Path}' {Message}";
}
