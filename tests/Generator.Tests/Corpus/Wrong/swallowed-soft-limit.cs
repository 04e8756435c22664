// catch (Exception) takes the cancellation for one more failed page and goes on until the hard limit.
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
            [|TG0304:catch (Exception)|]
            {
                failed++;
            }
        }

        return failed;
    }
}
