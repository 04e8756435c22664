// What waits in the queue has a value that nobody reads any more (Hangfire#1108).
/* TaskContracts.txt
reports.make(id: int, format: string)
*/
public sealed class ReportTasks
{
    [Task(Name = "reports.make")]
    public void [|TG0212:Make|](int id) => Console.WriteLine(id);
}
