namespace TaskGen.Definitions;

/// <summary>A registered task that returns a <typeparamref name="T"/>.</summary>
internal interface IResultOf<out T>
{
    TaskResultReader<T> Reader { get; }
}
