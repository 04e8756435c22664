using System.Collections;

namespace TaskGen.Tests;

/// <summary>
/// A list that springs a trap on whoever looks at it first: something happens between the arrival of what it holds and its use.
/// </summary>
internal sealed class TrapList<T>(IReadOnlyList<T> inner, Action spring) : IReadOnlyList<T>
{
    private Action? _spring = spring;

    public int Count
    {
        get
        {
            Interlocked.Exchange(ref _spring, null)?.Invoke();
            return inner.Count;
        }
    }

    public T this[int index] => inner[index];

    public IEnumerator<T> GetEnumerator() => inner.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
