using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

internal sealed class IndexModel : PageModel;
