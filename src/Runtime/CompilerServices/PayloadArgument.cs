using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>Holds one argument while a payload is read.</summary>
/// <typeparam name="T">The type of the argument.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct PayloadArgument<T>
{
    internal enum State : byte
    {
        Missing,
        Seen,
        SeenTwice,
    }

    /// <summary>
    /// Gets the argument, or its default value if the payload does not contain it. The value is meaningful only if there are no errors.
    /// </summary>
    public T Value { readonly get; internal set; }

    internal State Progress { get; set; }
}
