// The code is what the contract says.
/* TaskContracts.txt
reports.make(query: {From: date, To: date, Note?: string?}, copies?: int) -> {Url: uri}
*/
public sealed record Query(DateOnly From, DateOnly To, string? Note = null);
public sealed record Made(Uri Url);

public sealed class ReportTasks
{
    [Task(Name = "reports.make")]
    public Made Make(Query query, int copies = 1) => new(new Uri($"https://example.org/{query.From}/{copies}"));
}
