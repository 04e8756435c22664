namespace Ported.Jobs.Content;

public static partial class PluginTasks
{
    public static partial Uri[] ReadFeed(Uri address, Range<int> pages) =>
        [.. Enumerable.Range(pages.From, pages.To - pages.From).Select(page => new Uri(address, $"?page={page}"))];
}
