// Result of a task that has ended blocks nobody.
using System.Net.Http;

public sealed class PairTasks(HttpClient http)
{
    [Task(Name = "pairs.fetch")]
    public async Task<int> Fetch(Uri first, Uri second, CancellationToken cancellationToken)
    {
        var left = http.GetStringAsync(first, cancellationToken);
        var right = http.GetStringAsync(second, cancellationToken);
        await Task.WhenAll(left, right);
        return left.Result.Length + right.Result.Length;
    }
}
