namespace TaskGen.Definitions;

/// <summary>Represents a registered task that returns a <typeparamref name="T"/>.</summary>
internal interface IResultOf<out T>
{
    TaskResultReader<T> Reader { get; }
}
