// Callers of the last version wait for an int.
/* TaskContracts.txt
reports.make(id: int) -> int
*/
public sealed class ReportTasks
{
    [Task(Name = "reports.make")]
    public string [|TG0215:Make|](int id) => $"{id}";
}
