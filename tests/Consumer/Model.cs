using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using TaskGen;

[assembly: TaskJsonContext<Shop.ShopJson>]

namespace Shop;

public sealed record ReportQuery(int Year, IReadOnlyList<string> Regions);

public sealed record Report(string Type, int Rows);

public sealed record ImportDetail(string LastRow);

[JsonSerializable(typeof(ReportQuery))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(ImportDetail))]
[JsonSerializable(typeof(Image))]
[JsonSerializable(typeof(Thumb))]
[JsonSerializable(typeof(Album))]
public sealed partial class ShopJson : JsonSerializerContext;

public interface IReportStore
{
    ConcurrentBag<string> Announced { get; }

    Task<int> CountAsync(ReportQuery query, CancellationToken cancellationToken);
}

public sealed class ReportStore : IReportStore
{
    public ConcurrentBag<string> Announced { get; } = [];

    public Task<int> CountAsync(ReportQuery query, CancellationToken cancellationToken) => Task.FromResult(query.Year);
}
