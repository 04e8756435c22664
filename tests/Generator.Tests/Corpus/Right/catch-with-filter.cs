// Failures of one page are counted, cancellation goes through.
using System.Net.Http;

public sealed class PageTasks(HttpClient http)
{
    [Task(Name = "pages.fetch", SoftTimeLimitSeconds = 30, TimeLimitSeconds = 60)]
    public async Task<int> Fetch(Uri[] pages, CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var page in pages)
        {
            try
            {
                await http.GetStringAsync(page, cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                failed++;
            }
        }

        return failed;
    }
}
