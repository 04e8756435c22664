// Renamed, and the old name still accepted.
/* TaskContracts.txt
reports.create(id: int)
reports.make(id: int)
*/
public sealed class ReportTasks
{
    [Task(Name = "reports.create")]
    [TaskAlias("reports.make")]
    public void Create(int id) => Console.WriteLine(id);
}
