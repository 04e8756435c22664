// An id became a Guid; what waits has a number.
/* TaskContracts.txt
reports.make(id: int)
*/
public sealed class ReportTasks
{
    [Task(Name = "reports.make")]
    public void Make(Guid [|TG0213:id|]) => Console.WriteLine(id);
}
