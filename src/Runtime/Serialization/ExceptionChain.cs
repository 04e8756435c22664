using System.Text;

namespace TaskGen.Serialization;

/// <summary>Describes an exception together with its inner exceptions, within a limit of bytes.</summary>
internal static class ExceptionChain
{
    /// <summary>
    /// The maximum number of exceptions that are described. Of a longer chain, the exceptions in the middle are omitted.
    /// </summary>
    public const int MaxCount = 16;

    /// <summary>The text between two exceptions of a chain.</summary>
    public const string Arrow = " ---> ";

    private const string Unreadable = "The exception message cannot be read.";

    // The bytes that each outer exception keeps when the message of an inner exception fills the limit.
    private const int Reserve = 32;

    /// <summary>
    /// Returns the message of an exception, and the types and messages of its inner exceptions. If these texts exceed the limit, the
    /// messages of the outer exceptions are cut first, because the innermost exception is usually the cause.
    /// </summary>
    /// <param name="exception">The outermost exception.</param>
    /// <param name="redact">A function that removes sensitive values from a message; null if there are none.</param>
    /// <param name="maxBytes">The maximum size of both texts together, in bytes.</param>
    public static (string Message, string? Inner) Describe(Exception exception, Func<string, string>? redact, int maxBytes)
    {
        var chain = List(exception);
        var texts = new string[chain.Count];
        var left = maxBytes;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var message = ExceptionTexts.Read(chain[i], static e => e.Message, redact) ?? Unreadable;
            var text = i == 0 ? message : $"{(i == 1 ? "" : Arrow)}{chain[i].GetType()}: {message}";
            texts[i] = LimitedText.Cut(text, Math.Max(0, left - (i * Reserve)));
            left -= Encoding.UTF8.GetByteCount(texts[i]);
        }

        return (texts[0], texts.Length == 1 ? null : string.Concat(texts[1..]));
    }

    /// <summary>
    /// Lists an exception and its inner exceptions, from the outermost to the innermost one. The inner exceptions of an
    /// <see cref="AggregateException"/> follow each other.
    /// </summary>
    public static IReadOnlyList<Exception> List(Exception exception)
    {
        var first = new List<Exception>();
        var last = new Queue<Exception>();
        var rest = new Stack<Exception>([exception]);
        while (rest.TryPop(out var next))
        {
            if (first.Count < MaxCount / 2)
            {
                first.Add(next);
            }
            else
            {
                last.Enqueue(next);
                if (last.Count > MaxCount / 2)
                {
                    last.Dequeue();
                }
            }

            if (next is AggregateException aggregate)
            {
                foreach (var inner in aggregate.InnerExceptions.Reverse())
                {
                    rest.Push(inner);
                }
            }
            else if (next.InnerException is { } inner)
            {
                rest.Push(inner);
            }
        }

        return [.. first, .. last];
    }
}
