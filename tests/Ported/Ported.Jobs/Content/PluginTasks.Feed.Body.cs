namespace Ported.Jobs.Content;

public sealed partial class PluginTasks
{
    public static partial Uri[] ReadFeed(Uri address, Range<int> pages) =>
        [.. Enumerable.Range(pages.From, pages.To - pages.From).Select(page => new Uri(address, $"?page={page}"))];
}
