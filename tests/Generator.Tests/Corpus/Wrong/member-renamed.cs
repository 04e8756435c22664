// A refactoring of the record renames what is on the wire.
/* TaskContracts.txt
reports.make(query: {From: date, To: date})
*/
public sealed record Query(DateOnly From, DateOnly Until);

public sealed class ReportTasks
{
    [Task(Name = "reports.make")]
    public void Make(Query [|TG0213:query|]) => Console.WriteLine(query.From);
}
