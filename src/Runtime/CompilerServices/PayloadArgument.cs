using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>One argument while a payload is read.</summary>
/// <typeparam name="T">Its type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct PayloadArgument<T>
{
    internal enum State : byte
    {
        Missing,
        Seen,
        SeenTwice,
    }

    /// <summary>What was read, or the default; meaningful once there is no error.</summary>
    public T Value { readonly get; internal set; }

    internal State Progress { get; set; }
}
