// The signature promises to stop, the body goes on: deploys wait for it (sidekiq#622, celery#818).
using System.Net.Http;

public sealed class CrawlTasks(HttpClient http)
{
    [Task(Name = "crawl.site")]
    public async Task<int> Crawl(Uri site, CancellationToken [|TG0013:cancellationToken|])
    {
        var found = 0;
        for (var page = 0; page < 1000; page++)
        {
            found += (await http.GetStringAsync(site)).Length;
        }

        return found;
    }
}
