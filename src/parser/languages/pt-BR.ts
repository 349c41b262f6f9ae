/** Brazilian Portuguese. */

import type { PhraseTable } from '../phrases/table.ts';

const ones = ['um | uma', 'dois | duas', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove'];
const tens = ['vinte', 'trinta', 'quarenta', 'cinquenta', 'sessenta', 'setenta', 'oitenta', 'noventa'];

/** "vinte" to "noventa e nove", and "cento e vinte" to "cento e noventa". */
function compounds(): Record<string, string> {
  const numbers: Record<string, string> = {};
  tens.forEach((ten, index) => {
    numbers[String(20 + 10 * index)] = ten;
    numbers[String(120 + 10 * index)] = `cento e ${ten}`;
    ones.forEach((one, unit) => {
      const each = one.split(' | ').map((word) => `${ten} e ${word}`);
      numbers[String(21 + 10 * index + unit)] = each.join(' | ');
    });
  });
  return numbers;
}

export const ptBR: PhraseTable = {
  code: 'pt-BR',
  fullClock: true,
  statuses: {
    available: `
      disponível | livre | on line | online | conectado/conectada | acessível | disponível de_novo/novamente/outra_vez | de_volta_e disponível | desocupado/desocupada | de boa | verde | no verde | à disposição | a disposição | livrinho | na área |
      liberado/liberada | livre de_novo/novamente/outra_vez | de_volta_e livre | disponível/livre para/pra conversar/falar/chamadas/contato/bate_papo | desimpedido/desimpedida`,
    busy: `
      ocupado/ocupada | muito/bem/super/bastante/meio/mega ocupado/ocupada | ocupadíssimo/ocupadíssima | atarefado/atarefada | muito/super/bem atarefado/atarefada | enrolado/enrolada | atolado/atolada | trabalhando | no trampo | trampando | na correria | corrido | vermelho | no vermelho | cheio/cheia de trabalho | cheio/cheia de coisa | atolado/atolada de trabalho | ocupadinho/ocupadinha | busy | com muito trabalho | sem tempo | sobrecarregado/sobrecarregada | enrolado/enrolada no trabalho |
      super enrolado/enrolada | cheio/cheia de coisas/serviço | atolado/atolada de/em serviço/trabalho | em atendimento | atendendo | no corre | assoberbado/assoberbada`,
    doNotDisturb: `
      não_quero/não_gostaria_de ser_incomodado_em/ser_incomodada_em | não incomodar | não incomode | não me incomode/incomodem/incomoda/perturbe/perturbem/perturba/interrompa/interrompam/chame/chamem/atrapalhe/atrapalhem/ligue/liguem | não perturbe | não perturbar | não interromper | não interrompa | não atrapalhar | não atrapalhe | não_quero/não_queria/não_gostaria_de/não_desejo ser incomodado/incomodada/interrompido/interrompida/perturbado/perturbada | não quero que me incomodem/interrompam/perturbem/atrapalhem/chamem | não quero que ninguém_me incomode/interrompa/perturbe/atrapalhe | que ninguém_me incomode/interrompa/perturbe/atrapalhe | ninguém_me incomode/interrompa/perturbe/atrapalhe/incomoda |
      sem interrupções/interrupção/distrações/notificações/incômodo/ser_incomodado/ser_incomodada | me deixe/deixem/deixa em paz | me deixa quieto/quieta | me deixem quieto/quieta | deixe-me/deixem-me em paz | não quero papo | não quero interrupções/interrupção/notificações | não posso ser incomodado/incomodada/interrompido/interrompida | modo não_incomodar/não_perturbe/não_perturbar | em modo não_incomodar/não_perturbe | no modo não_incomodar/não_perturbe/não_perturbar | em não_incomodar | dnd | proibido incomodar | ninguém pode me incomodar/interromper | não deixe ninguém me incomodar/interromper/atrapalhar | evite que me incomodem | sem me incomodar |
      não incomodem/perturbem/interrompam/atrapalhem/incomoda/perturba/interrompe | não me incomodar/perturbar/interromper/atrapalhar/chama/interrompe | sem incomodar/perturbar/perturbações/perturbação/incômodos/ser_interrompido/ser_interrompida/ser_perturbado/ser_perturbada/que_ninguém_me_incomode | não_quero/não_posso/não_gostaria_de/não_queria/não_desejo ser atrapalhado/atrapalhada/perturbado/perturbada | não ser incomodado/incomodada/interrompido/interrompida/perturbado/perturbada | não quero/queria que ninguém_me/me/ninguém incomode/incomodem/perturbe/perturbem/interrompa/interrompam/atrapalhe/atrapalhem/chame/chamem | n/ñ incomodar/incomode/incomodem/perturbar/perturbe/perturbem/interromper/interrompa | n/ñ me incomode/incomodem/perturbe/perturbem/interrompa/interrompam/chame/chamem | nada de interrupções/notificações | pare/parem de me_incomodar/me_perturbar/me_interromper | silenciar/silencie/silencia as/minhas/ notificações | incomunicável | me deixa/deixe/deixem sossegado/sossegada/tranquilo/tranquila | ninguém deve/pode me_incomodar/me_interromper/me_perturbar |
      n/ñ/não quero/posso/queria ser incomodado/incomodada/interrompido/interrompida/perturbado/perturbada | não liguem/ligue para_mim/pra_mim | não me mande/mandem mensagem/mensagens | não quero ser chamado/chamada | não quero ligações/chamadas/mensagens`,
    beRightBack: `
      volto já | já volto | já já volto | já já eu volto | já já tô de volta | volto logo | logo volto | volto em_breve/em_instantes/em_um_instante/num_instante/em_um_minuto/num_minuto/em_um_minutinho/num_minutinho/rapidinho/rápido/agora/agorinha/daqui_a_pouco/daqui_a_pouquinho/em_um_segundo/num_segundo/em_um_momento/num_momento/num_instantinho/jájá/já_já | em_breve/daqui_a_pouco/já_já/jájá/rapidinho volto/estou_de_volta | já já volto | já já estou/tô de volta | vou ali e já volto | vou ali e volto já | já venho | venho já | já estou voltando | já tô voltando | voltando já | volto num pulo | vou ali rapidinho | saí rapidinho | saio rapidinho | dou uma saidinha | dando uma saidinha | fui ali rapidinho | fui ali e já volto | retorno já | retorno em_breve/logo/em_instantes | logo estou/tô de volta | de volta já | vou dar uma saidinha | saindo rapidinho |
      volto em_seguida/loguinho | em_breve/daqui_a_pouco/jajá/logo_logo/loguinho/rapidinho eu_volto/retorno/tô_de_volta/estou_de_volta/volto | voltando/retornando em_breve/em_instantes/rapidinho/logo | saí/saio/saindo/sair/vou_sair um_pouquinho/um_instante/rápido/rapidinho/um_minutinho | dar/vou_dar uma saidinha/saída_rápida | uma saidinha | fui ali | vou ali | volta/voltarei/vou_voltar em_breve/logo/já | de volta em_breve/daqui_a_pouco/logo/em_instantes | pausa rápida | me ausentar rapidinho | no banheiro | vou/fui no/ao banheiro |
      já volto rapidinho | volto já rapidinho | volto rapidinho mesmo | volto bem_rápido/rapidão | num intervalo rápido`,
    away: `
      ausente | ausentinho | fora | longe | fora/longe do/da computador/mesa/pc/teclado/notebook/posto/máquina | fora da minha mesa | longe da minha mesa | não estou na/em mesa/minha_mesa | não estou no lugar/computador/pc | fora do ar | aparecer como_ausente/ausente | almoçando | no almoço | em almoço | no horário/hora de almoço | na hora do almoço | em horário de almoço | no meu horário de almoço | jantando | lanchando | tomando café/um_café/um_cafezinho/cafezinho | no café | no cafezinho | na pausa | em pausa | numa pausa | em uma pausa | no intervalo | em intervalo | no lanche | na pausa do/para/pro café/almoço/lanche | pausa pro/para/para_o café/almoço/cafezinho | fazendo uma pausa | fazendo um lanche | descansando | no descanso | dando uma pausa | saindo/saí/saio para/pra almoçar/lanchar/comer | indo almoçar/lanchar/comer | fui almoçar/lanchar/comer | vou almoçar/lanchar/comer/jantar | comendo | dando uma volta | afastado/afastada | distante | away | afastado/afastada do computador | me ausentar | me ausentando | vou me ausentar | ausência |
      longe/fora do/da micro/estação | na janta | na padaria | em horário do almoço | tomando um/ banho | fazendo/fazer uma/um/ pausa/intervalo | almoçar | fui/saí/vou/indo/saindo para_o/pro/ao almoço/lanche/café/jantar | fui/saí/vou/indo/saindo para/pra almoçar/jantar/lanchar/comer/tomar_café/tomar_um_café | fui/vou/indo/ tomar um/ café/cafezinho | horário/hora de/do almoço | pausa para/pra almoçar/um_café | na rua | não estou aqui/por_aqui | dar/vou_dar uma pausa |
      num intervalo/almoço/lanche/café`,
    offline: `
      offline | off line | deixar off | deixa off | deixe off | ficar off | fico off | me deixar off | como off | desconectado/desconectada | invisível | escondido/escondida | aparecer offline/como_offline/desconectado/desconectada/invisível | não conectado/conectada | oculto/oculta | modo invisível | fora de linha | sem conexão | não visível | no modo invisível | aparecendo offline | fora da linha |
      não online | ficar/fico/estou/tô/vou_ficar off`,
    presenting: `
      apresentando | em apresentação | em uma apresentação | numa apresentação | na apresentação | fazendo/dando uma/a apresentação/palestra/demo/demonstração/aula | compartilhando a/minha/ tela | em demonstração | em uma demonstração | numa demonstração | modo apresentação | em modo apresentação | no modo apresentação | palestrando | em uma palestra | numa palestra | dando palestra/aula/treinamento/uma_aula/um_treinamento | apresento | apresentar | fazer uma apresentação | compartilhamento de tela | em uma demo | numa demo | mostrando minha tela | ministrando uma/um/ palestra/aula/treinamento | expondo |
      conduzindo uma/ apresentação/palestra/demo/demonstração/aula | modo de apresentação | no modo de apresentação | dar uma palestra/apresentação/aula/demo | compartilhar a/minha/ tela | apresentando a/minha/uma/ tela/demo`,
    inACall: `
      em uma/ chamada/ligação/videochamada/call | numa chamada/ligação/videochamada/call | na chamada/ligação/call | no telefone | ao telefone | no celular | falando ao/no/por telefone/celular | em uma/ chamada/ligação de/do/no vídeo/voz/teams/trabalho | numa chamada/ligação de/do/no vídeo/voz/teams/trabalho | em uma/ ligação/chamada importante/telefônica/longa/rápida/com_cliente/com_um_cliente/com_o_cliente | numa ligação/chamada importante/telefônica/longa/rápida/com_cliente/com_um_cliente/com_o_cliente | em outra chamada/ligação | atendendo uma ligação/chamada | em ligações | de papo no telefone | numa call rápida | em uma call rápida | pendurado/pendurada no telefone | em chamada telefônica | em um telefonema | num telefonema | fazendo uma ligação | ligando |
      em/numa/na/em_uma vídeo_chamada/chamada_de_voz/chamada_de_vídeo/chamada_telefônica/ligação_telefônica | em_outra/noutra/nesta/nessa/na chamada/ligação/call/videochamada | no/ao/pelo/num tel/fone/telefone/celular/telefonema | falando no/ao/pelo tel/fone/telefone/celular | falando em_uma/numa ligação/chamada | em chamadas/calls | num/no/em_um call | fazendo/fazer/atender/atendendo uma/a/ chamada/ligação | atendendo o/ telefone/celular`,
    inAConferenceCall: `
      em uma/ teleconferência/videoconferência/conferência/audioconferência/webconferência | numa teleconferência/videoconferência/conferência/audioconferência/webconferência | na teleconferência/videoconferência/conferência | em uma/ chamada/ligação/call em/de/em_uma conferência/grupo | numa chamada/ligação/call em/de conferência/grupo | em uma/ conference call | numa conference call | teleconferência | videoconferência | em conferência telefônica | em uma conferência telefônica | numa conferência telefônica | em chamada em grupo | em uma chamada coletiva | audioconferência | em uma chamada com várias pessoas | na conference call |
      em/numa/na/em_uma conf_call/conference/conf/vídeo_conferência/web_conferência/webconferência/chamada_coletiva/chamada_em_grupo/conferência_telefônica | vídeo conferência | webconferência | conf call | chamada em/de grupo/conferência`,
    meeting: `
      em uma/ reunião/reuniãozinha/meeting/reunião_de_equipe/reunião_com_cliente/reunião_com_o_cliente/reunião_importante/reunião_longa/reunião_do_teams/reunião_de_trabalho | numa reunião/reuniãozinha/meeting/reunião_importante/reunião_com_cliente/reunião_longa/reunião_de_equipe | na reunião | em reuniões | reunido/reunida | em meeting | no meeting | na daily | em uma daily | numa daily | na reunião de equipe | participando de uma/ reunião | participando da reunião | entrando em reunião/uma_reunião | entrando numa reunião | indo para/pra uma/ reunião | preso/presa em/numa/em_uma reunião | no comitê |
      em_outra/noutra/nesta/nessa reunião | em/numa/na/em_uma daily/planning/retro/retrospectiva/review/stand_up/standup/videorreunião/reunião_de_time/reunião_de_alinhamento/reunião_rápida | na reunião com_cliente/com_o_cliente/importante/longa/do_time | em várias reuniões | em/num/em_um compromisso | entrei em/na/numa/em_uma reunião | em alinhamento |
      em_reunião/na_reunião/numa_reunião/em_uma_reunião de planejamento/projeto/alinhamento/vendas/status/equipe/time/diretoria/departamento/resultados/trabalho/acompanhamento | em_reunião/na_reunião/numa_reunião/em_uma_reunião com a/o/ diretoria/cliente/equipe/time/fornecedor/gerência/rh | em_reunião/na_reunião/numa_reunião/em_uma_reunião do/da projeto/equipe/time/diretoria/departamento |
      em/num/no/em_um meeting/daily/planning/alinhamento`,
    outOfOffice: `
      fora do escritório | fora do trabalho | de férias | em férias | férias | doente | de licença | em licença | de atestado | licença | de folga | folga | em viagem | viajando | ausência temporária | de licença médica/maternidade/paternidade | afastado pelo inss | não estou no escritório | resposta automática | respostas automáticas | day off | em viagem de trabalho/negócios | no recesso | de recesso | feriado |
      fora da/do empresa/firma/cidade/país | não estou na empresa | viajando a_trabalho | de/em/numa viagem | em recesso | de repouso | afastado/afastada por_doença`,
    focus: `
      foco | modo foco | em foco | focado/focada | focando | em modo foco | no modo foco | concentrado/concentrada | me concentrar | concentração | modo concentração | tempo de foco | hora de foco | focar | me focar | silêncio | em silêncio | modo silencioso | no silencioso | silenciado/silenciada | mudo | no mudo | trabalho focado | trabalhando focado/focada/concentrado/concentrada | preciso me concentrar | deep work | imerso | me silencie | silenciar | sossego |
      modo de foco | no modo de foco | me/ concentrando | concentrar | tempo/hora/horário/momento/período de foco/concentração | silencioso | hiperfoco | em hiperfoco | trabalhar focado/focada/concentrado/concentrada`,
    unavailable: `
      indisponível | não disponível | não estou disponível | não estarei disponível | não livre | não estou livre | não acessível | inacessível | sem disponibilidade | não posso atender/falar/responder/conversar | não consigo atender/falar/responder | não tenho tempo | no médico | no dentista | na academia | no trânsito | médico | dentista | no banco | amarelo | no amarelo | no hospital |
      na/em/numa consulta | em/na/numa consulta médica | consulta médica | impossibilitado/impossibilitada`,
    notSettable: 'inativo | inativa | desconhecido | desconhecida',
    automatic: 'automático | status automático | no automático | modo automático | automaticamente',
    unclear:
      'livre de | livre para | tempo livre | me desconecte | me desconectar | desconectar | online de novo com | fora daqui | fora isso | fora que | longe disso | me liga/ligue/liguem/ligar no/pelo celular/telefone/tel | me liga/ligue/liguem | liga/ligue no/pelo/pro/para_o/no_meu/pro_meu/para_o_meu celular/telefone/tel | sem celular/telefone',
  },
  occasions: {
    meeting:
      'com cliente | com um cliente | com o cliente | reunião | reuniões | meeting | a reunião | reunião de planejamento/projeto/alinhamento/vendas/equipe/time/diretoria/departamento/resultados/trabalho/acompanhamento | reunião com a/o diretoria/equipe/time/gerência/rh | daily/planning/retrospectiva/alinhamento',
    presenting: 'apresentação | demo | palestra | aula',
    inACall: 'chamada | ligação | call | videochamada',
    doNotDisturb: 'quieto | quieta | sossegado',
    beRightBack: 'banheiro',
    away: 'almoço | pausa | intervalo | café | lanche | jantar | cafezinho',
  },
  commands: {
    clear: `
      limpar | limpe | limpa | remover | remova | tirar | tire | tira | redefinir | redefina | redefine | resetar | reseta | resete | reset | zerar | zere | restaurar | apagar | apague | apaga |
      limpar/limpe/limpa/remover/remova/tirar/tire/tira/redefinir/redefina/redefine/resetar/reseta/resete/zerar/zere/restaurar/restaure/apagar/apague/apaga/cancelar/cancele/cancela/encerrar/encerre/finalizar/finalize/excluir/exclua/retirar/retire meu/o/ status/status_atual/estado/status_do_teams | limpar/limpe/redefinir/remover minha/a/ presença |
      voltar/volte/volta/coloque/coloca/põe/deixe/deixa/retorne/mude/muda meu_status/o_status/tudo/ ao/para_o/para/no/pro automático/modo_automático/normal/padrão | automático | no automático | status automático | modo automático | voltar/volte/volta ao normal/automático/padrão | voltar/volte/volta para/pro/para_o normal/automático/padrão |
      deixe/deixa/deixar o teams decidir/cuidar/escolher/definir/resolver | deixe/deixa com/por_conta_do o/ teams | deixa o teams cuidar disso | que o teams decida | estou/tô/to de_volta/aqui_de_novo/de_volta_ao_trabalho/de_volta_à_mesa/de_volta_na_mesa | já/ voltei | voltei do/da/de almoço/pausa/café/reunião/intervalo/lanche | já estou/tô de volta/aqui | cheguei | já cheguei | de volta | de volta ao trabalho | retornei | já retornei | terminei | já terminei | acabei | já acabei | a/minha/ reunião/ligação/chamada/call/apresentação/pausa acabou/terminou/já_acabou/já_terminou/encerrou | o/ almoço/intervalo acabou/terminou | acabou a/minha/o reunião/ligação/chamada/call/apresentação/pausa/almoço | terminou a/minha/o reunião/ligação/chamada/call/apresentação | saí da reunião/ligação/chamada/call | encerrar agora | encerre agora | acabou | tira isso | pode tirar | estou/tô livre da reunião | desligar status |
      zera | limpar/limpe/limpa/remover/remova/tirar/tire/tira/apagar/apague/apaga/cancelar/cancele/cancela/encerrar/encerre esse/este/o_meu status | zera o/meu/ status | me coloca/coloque/deixa/deixe/põe/bota no/em/de_volta_no/de_volta_ao automático | volte/volta/voltar ao/para_o/pro status automático/normal/padrão |
      quero/queria/gostaria_de/preciso voltar ao/para_o/pro automático/normal/padrão/modo_automático`,
    clearEverything: `
      limpar/limpe/limpa/remover/remova/tirar/tire/tira/redefinir/redefina/redefine/resetar/reseta/resete/zerar/zere/zera/apagar/apague/apaga/excluir/exclua/cancelar/cancele/cancela tudo | limpar/limpe/remover/remova/apagar/apague/tire/tirar meu/o/ status e a/minha/ mensagem/mensagem_de_status | tudo limpo | começar/comece/começa do zero | recomeçar do zero | limpa geral | limpar/apague a/minha/ mensagem e o/meu/ status`,
    status: `
      status | meu status | status atual | meu status atual | minha presença | presença | ver/mostrar/mostre/mostra/consultar/checar/conferir/verificar/exibir/exiba o/meu/minha/ status/presença/status_atual/disponibilidade | qual é/e/eh/ o/ meu/minha status/presença/disponibilidade/status_atual/status_agora/status_no_momento/status_no_teams | qual o meu status/status_atual/status_agora | qual/que/em_que/em_qual status eu/ estou/tenho/tô/apareço/está/estou_agora/tô_agora | qual status está ativo/definido/configurado |
      como/como_é_que eu/ estou/apareço/tô/estou_agora/apareço_agora/estou_aparecendo/tô_aparecendo/me_veem/me_vêem/está_meu_status/tá_meu_status/apareço_no_teams/apareço_para_os_outros/apareço_pros_outros/estou_no_teams/apareço_pra_equipe/tá_o_meu_status/está_o_meu_status/estou_sendo_visto | como os outros/colegas/meus_colegas me veem/vêem | como as pessoas me veem/vêem | como meus colegas me veem/vêem/enxergam | o_que/que os_outros/meus_colegas/as_pessoas/a_equipe/minha_equipe veem/vêem/vê/enxergam de_mim/em_mim/no_meu_status/ | o_que aparece para_os_outros/pros_outros/no_meu_status/no_meu_perfil | o_que está/tá definido/configurado/ativo/no_meu_status |
      quanto tempo falta/resta/ainda_tenho/ainda_resta/ainda_falta/me_resta/tenho | quanto falta | falta quanto/quanto_tempo/muito | até quando | até quando estou/fico/vou_ficar/vai/vale/dura/eu_fico/eu_estou/tô/estarei/vai_meu_status/vai_o_status/vai_isso dnd/ | até que horas | até que horas estou/fico/vou_ficar/vai/eu_fico/eu_estou/tô/vai_meu_status dnd/ | por quanto tempo estou/fico/ainda_fico/vou_ficar dnd/ | quando acaba/termina/expira/vence/acaba_meu_status/termina_meu_status/expira_meu_status/isso_acaba/isso_termina/acaba_isso/termina_isso/o_status_acaba/meu_status_acaba/meu_status_expira/meu_status_termina |
          meu status está/tá/é/ainda_está/ainda_é dnd/como_dnd/ativo | minha disponibilidade | disponibilidade | me mostra/mostre/diga/diz o/ meu status | como tá/está meu status | como que tá meu status |
      que horas acaba/termina/expira/acaba_isso/termina_isso/meu_status_acaba/meu_status_termina/isso_acaba/isso_termina/acaba_meu_status | a que horas acaba/termina/expira | qual é/ a/ minha mensagem/mensagem_de_status | ver/mostrar/mostre/mostra a/minha/a_minha mensagem/mensagem_de_status | estou/tô aparecendo/marcado/marcada como | apareço como |
      ver/mostrar/mostre/mostra se estou dnd`,
    help: `
      como faço/faz pra/para ficar/aparecer/estar dnd | como fico/ficar/apareço dnd | como eu_fico/eu_apareço/eu_tiro_o/eu_coloco/tiro_o/coloco dnd |
      ajuda | me ajuda | me ajude | ajude-me | socorro | preciso de ajuda | quero ajuda | pode/você_pode/consegue/poderia me ajudar | ajudar | o_que/que você/vc/cê/tu/ pode/sabe/consegue/faz fazer/me_oferecer/ | o_que você/vc/cê faz/sabe/entende | o_que/que eu/ posso fazer/dizer/falar/pedir/escrever/perguntar/digitar/te_pedir/te_dizer/fazer_aqui/fazer_com_você | comandos | quais são os/ comandos | quais comandos existem/você_conhece/há/tem/posso_usar/você_entende/estão_disponíveis | lista de comandos | listar/liste/mostrar/mostre/mostra/ver os/a/ comandos/ajuda/exemplos/lista_de_comandos/opções_disponíveis | exemplos | me dê/dá/mostre/mostra uns/alguns/ exemplos | instruções | manual | guia | como funciona/isso_funciona/este_bot_funciona/esse_bot_funciona/você_funciona/vc_funciona/usar/usa/se_usa/uso/uso_isso/eu_uso/te_uso/uso_você/usar_isso/usar_este_bot/usar_o_bot/uso_este_bot/uso_esse_bot/usar_você/funciona_isso/funciona_esse_bot/funciona_o_bot | como eu_uso/eu_uso_isso/eu_uso_você/eu_uso_esse_bot | como eu/ mudo/altero/troco/defino/configuro o/ meu status | como posso/faço_para/faço_pra mudar/alterar/definir/trocar/configurar o/ meu/ status | o_que significa/quer_dizer/é dnd | dnd o_que é/significa | quem é você | quem é vc | quem é tu | o_que é você/isso/este_bot/esse_bot | pra/para que serve/você_serve/serve_isso/serve_este_bot/você_serve | o_que é isso | quais status existem/há/posso_usar/tem/posso_definir/estão_disponíveis/você_conhece | quais são os/as status/opções | que status posso definir/usar/escolher | quais opções tenho/existem/há | não entendi | não entendo | não sei o_que_fazer/usar/como_usar/como_funciona | menu de ajuda | ver ajuda |
      me dá/dê uma ajuda/mão/ajudinha | uma ajudinha | ajuda aí | como fazer isso | quero ver exemplos/os_comandos`,
    undo: `
      desfazer | desfaça | desfaz | desfazer/desfaça/desfaz isso/a_última_alteração/última_alteração/a_última_mudança/a_alteração/o_último/a_última/a_mudança/o_que_você_fez/a_última_ação/o_último_comando/minha_última_alteração | reverter | reverta | reverte | reverter/reverta/reverte isso/a_última_alteração/a_última_mudança/a_alteração/a_mudança/a_última | voltar/volte/volta atrás/como_estava/como_era/como_estava_antes/ao_que_era/ao_que_era_antes/ao_anterior/ao_status_anterior/para_o_anterior/para_o_status_anterior/pro_status_anterior/ao_meu_status_anterior/ao_estado_anterior/pro_anterior/o_status_anterior | restaurar/restaure/restaura o/meu/ status_anterior/anterior/status_de_antes | deixe/deixa/põe/coloca como estava/era/estava_antes/era_antes/antes | desfaz aí | ctrl z | cancele/cancela/cancelar a última alteração/mudança/ação | cancele/cancela/cancelar a última | anule/anula/anular a/ última/ alteração/mudança | undo | volta o que estava | foi engano desfaz | desfaz a última | desfaça a última |
      desfazer/desfaça/desfaz tudo | voltar/volte/volta ao último_status | recuperar/recupere o/meu/ status anterior | foi_sem_querer/errei desfaz/desfaça/desfazer | status anterior`,
    details: `
      detalhes | mais detalhes | os detalhes | detalhe | ver/mostrar/mostre/mostra/me_mostre/me_mostra/quero/quero_ver/me_dê/exibir os/mais/ detalhes/detalhes_técnicos | detalhes técnicos | mais informações | mais informação | mais info | informações técnicas | informações detalhadas | detalhes do/sobre_o/sobre_meu/do_meu status | detalhes da última solicitação/requisição/alteração | detalhado`,
    picker: `
      menu | o menu | opções | escolher | definir | definir status | escolher/selecionar/mudar/trocar/alterar/definir/colocar/configurar/atualizar/modificar meu/um/o/de/outro/ status/estado | escolha/selecione/mude/muda/troque/troca/altere/altera/defina/define/coloque/configure/atualize meu/um/o/outro/ status/estado | trocar de status | mudar de status | ver/mostrar/mostre/mostra/abrir/abra/abre/exibir o/as/a/os/ menu/opções/lista/seletor/lista_de_status/status_disponíveis/seletor_de_status | seletor | seletor de status | lista de status | quero/preciso/gostaria_de mudar/trocar/alterar/escolher/definir/configurar meu/um/o/de/ status | me deixe/deixa escolher | deixa eu escolher | quero escolher | me coloque/coloca como | defina meu status como/para | mudar presença | mudar/alterar/definir minha presença | novo status | escolher na lista`,
    why: `
      por que | por quê | porque | porquê | pq | por_que/pq/porque/por_quê eu/ estou/tô/to/apareço/fico/continuo/ainda_estou/ainda_tô/sigo/estou_aparecendo/tô_aparecendo/estou_sendo_mostrado/eu_estou/ainda_apareço/fiquei/estou_agora como/em/ dnd | por_que/pq/porque/por_quê eu/ estou/tô/apareço/fiquei assim/com_esse_status/com_este_status | por_que/pq/porque/por_quê meu_status/o_meu_status/o_status é/está/tá/aparece/mostra/diz/continua/ainda_está/ficou/mudou/ainda_tá como/em/ dnd/ | por_que/pq/porque/por_quê dnd | por_que/pq/porque/por_quê o/ teams me/diz/mostra mostra/marca/coloca/que_estou/dnd como/em/ dnd/ | por_que/pq/porque/por_quê esse/este status | por_que/pq/porque/por_quê estão me vendo como/ dnd | por_que/pq/porque me veem como/ dnd | por_que/pq/porque/por_quê meu status mudou/está_assim/tá_assim/é_esse | quem mudou/alterou/definiu/trocou/colocou/mexeu_no o/ meu/ status | quem me colocou/deixou/pôs/botou/marcou como/em/ dnd | quem me colocou assim | o_que define/determina/decide/definiu/mudou meu/o status | explique/explica meu status | qual o motivo/a_razão do/de meu/ status | de onde vem/veio esse/este/meu status`,
    signIn: `entrar | entrar na/em/com minha/ conta | fazer/faça/faz login | login | logar | me logar | me logue | me loga | sign in | log in | quero/preciso/gostaria_de entrar/logar/fazer_login/me_conectar | conectar minha conta | conectar-se | iniciar/inicie sessão | iniciar/inicie a/minha sessão | autenticar | acessar minha conta |
      fazer/faça/faz o/meu login | me autenticar | entre na_minha_conta/na_conta | me conecta/conecte | conecta/conecte minha conta | acessar a conta`,
    signOut: `sair da/de/minha/da_minha/de_minha conta | fazer/faça/faz logout | logout | log out | sign out | deslogar | me deslogar | me desloga | me deslogue | desloga | quero/preciso/gostaria_de sair_da_conta/deslogar/fazer_logout/sair_da_minha_conta | encerrar/encerre/encerra minha/a sessão_de_usuário/conta | desconectar minha conta | desconecte/desconecta minha conta | sair do login |
      sai/saia/sair da_minha_conta/da_conta/do_bot/deste_bot/desse_bot/do_aplicativo/deste_aplicativo/do_app | fazer/faça/faz o/meu logout | logoff | log off | fazer logoff | desconecte/desconecta/desconectar a/minha conta`,
    privacy: `
      privacidade | minha privacidade | política de privacidade | aviso de privacidade | dados pessoais | proteção de dados | lgpd | quais/que dados você/vc/ guarda/armazena/tem/coleta/salva/mantém/são_guardados/são_armazenados/registra sobre_mim/meus/de_mim/ | o_que você/vc/ guarda/armazena/salva/coleta/registra/mantém sobre_mim/de_mim/meu/ | o_que é/fica guardado/armazenado/salvo/registrado | que/quais informações você/vc/ guarda/armazena/tem/coleta/salva sobre_mim/minhas/ | o_que você/vc/ faz com meus/os_meus dados | o_que acontece com meus/os_meus dados | você/vc guarda/salva/armazena meus dados | você/vc guarda/salva/armazena algo/alguma_coisa sobre_mim | mostre/mostra/ver a/ política_de_privacidade/privacidade | informações sobre/de privacidade | e a/minha privacidade | como trata meus dados | onde ficam meus dados |
      quais/que dados você/vc possui sobre_mim/meus/de_mim/ | como você usa/trata/guarda/protege meus dados | quais/que informações você/vc guarda/tem/armazena de_mim/minhas`,
    exportMe: `
      exportar/exporte/exporta meus/os_meus/todos_os_meus/os/ dados | exportar | exportar tudo | exportação de dados | baixar/baixe/baixa meus/os_meus/todos_os_meus dados | mostre/mostra/me_mostre/me_mostra/me_dê/me_envie/me_manda/ver/quero/quero_ver/me_dá meus/os_meus/todos_os_meus/todos_meus dados | meus dados | uma/ cópia dos/de meus/ dados | me dê/dá/mande/envie uma cópia dos/de meus/ dados | o_que você/vc sabe sobre/de mim | tudo o_que/que você/vc sabe/tem/guarda sobre/de mim | me mostre/mostra tudo/o_que o_que/que/ você/vc sabe/tem/guarda sobre/de mim | quero exportar/baixar meus dados | fazer download dos meus dados | download dos meus dados | quero uma cópia dos meus dados |
      exportar/exporte/exporta/baixar/baixe/baixa todos_os/ dados | mostrar/exibir os/todos_os/ meus dados | exportar/exporte/exporta minhas informações | enviar/envie/envia/manda/mande meus dados | o que você/vc guardou/tem_guardado/salvou sobre mim`,
    forgetMe: `
      me esqueça | me esquece de_vez/tudo | esqueça de mim | esqueça-me | esqueça/esquece/esquecer tudo sobre/de mim | esqueça/esquece/esquecer tudo que/o_que você/vc sabe/tem/guarda sobre/de mim | apague/apagar/apaga/exclua/excluir/exclui/delete/deletar/deleta/remova/remover/elimine/eliminar meus/os_meus/todos_os_meus/todos_meus/todos_os/os dados/dados_pessoais | apague/apagar/apaga/exclua/excluir/delete/deletar/remova/elimine tudo sobre/de mim | apague/apagar/exclua/excluir/delete/remova minhas/todas_as_minhas informações | apague/apagar/apaga/exclua/delete/remova tudo que/o_que você/vc/ sabe/tem/guarda/guardou/salvou sobre/de mim | quero que me esqueça | quero ser esquecido/esquecida | quero que você/vc/ me esqueça/apague_meus_dados/esqueça_tudo | quero apagar/excluir/deletar meus/todos_os_meus dados | apague minha conta | exclua minha conta | direito ao esquecimento | me apague do sistema |
      me esquece | me esquecer | esquecer-me | esqueça/esquece/esquecer os/ meus dados | esqueça/esquece/esquecer quem eu/ sou | apagar/apague/apaga/excluir/exclua/remover/remova/deletar/delete todos/ os/ meus registros | apagar/apague/excluir/exclua meu histórico/cadastro`,
    meetings: `
      reuniões | minhas reuniões | as reuniões | regras | minhas regras | as regras | ver/mostrar/mostre/mostra/configurar/mudar/alterar/abrir/abra/editar/ajustar/definir as/minhas/ regras/regras_de_reunião/regras_de_reuniões/regras_das_reuniões/regras_para_reuniões/regras_para_as_reuniões/configurações_de_reunião/configurações_de_reuniões | regras de/das/para/para_as/pra reunião/reuniões/minhas_reuniões | configurações/configuração/opções/ajustes de/das/para reunião/reuniões | configurar reuniões | o_que acontece nas/em/durante reuniões/as_reuniões/minhas_reuniões | quais são as/minhas/ regras/minhas_regras | quais regras tenho/estão_ativas/existem/eu_tenho |
      exibir as/minhas/ regras | me mostra/mostre as/minhas/ regras/reuniões/regras_de_reunião | mostrar/mostre/mostra/ver/exibir minhas/as/ reuniões | quais são as/minhas/ regras de_reunião/de_reuniões/das_reuniões | o que você faz nas/em/durante minhas/as/ reuniões`,
    meetingsOff: `
      reuniões/regras desativadas/desligadas/off | desativar/desative/desativa/desligar/desligue/desliga/remover/remova/apagar/apague/tirar/tire as/minhas/todas_as/ regras/regras_de_reunião/regras_de_reuniões/regras_das_reuniões/regras_para_reuniões | desativar/desative/desativa/desligar/desligue/desliga as/minhas/ reuniões | não siga mais/ minhas/as reuniões | pare de seguir/acompanhar minhas/as reuniões |
      reuniões/regras desligar/desativar/remover | desativar/desative/desativa/desligar/desligue/desliga todas as/ reuniões`,
    meetingsOn: `reuniões/regras ativadas/ligadas/on | ativar/ative/ativa/ligar/ligue/liga as/minhas/ reuniões/regras/regras_de_reunião/regras_de_reuniões/regras_das_reuniões`,
    resumeMeetings: `
      retomar | retome | retoma | retomar/retome/retoma/continuar/continue/reativar/reative/reativa/restaurar/voltar_com/volte_com as/minhas/ reuniões/regras/regras_de_reunião/regras_de_reuniões/regras_das_reuniões | encerrar/encerre/acabar_com/acabe_com/tirar/tire/cancelar/cancele/remover/remova a/ pausa das/de/nas/ reuniões/regras/ | despausar/despause/despausa as/minhas/ reuniões/regras | reuniões retomadas | fim da pausa |
      encerrar/encerre/terminar/termine/acabar/finalizar/finalize/cancelar/cancele a/ pausa | terminar/termine/finalizar/finalize/acabar a/ pausa das/de/nas/da reuniões/reunião/regras | religar/religue as/minhas/ reuniões/regras | ativar/ative/ativa as/minhas/ reuniões/regras/regras_de_reunião de_novo/novamente/outra_vez | tirar/tire as/minhas/ reuniões da pausa`,
    pauseMeetings: `
      pausar/pause/pausa/suspender/suspenda/suspende/parar/pare/congelar/congele/interromper/interrompa as/minhas/ reuniões/regras/regras_de_reunião/regras_de_reuniões/regras_das_reuniões/regras_para_reuniões | colocar/coloque/coloca/põe as/minhas/ reuniões/regras/regras_de_reunião em/na pausa | pausa nas/das/de/para reuniões/regras/minhas_reuniões/regras_de_reunião | reuniões/regras em_pausa/pausadas | dar/dê/dá uma pausa nas/em minhas/ reuniões/regras |
      reuniões/regras pausar/suspender | pausa para as/as_minhas/ reuniões/regras`,
    changeEnd: `
      mudar para | mude para | muda para/pra | mudar pra | alterar para | altere para | altera para/pra | trocar para | troque para | na verdade | na real | aliás | melhor | melhor/é_melhor só | que seja/sejam/dure/termine | encurtar para/pra | encurte para/pra | encurta para/pra | reduzir para/pra | reduza para/pra | reduz para/pra | diminuir para/pra | diminua para/pra | diminui para/pra | em vez disso | deixa/deixe em | faz/faça/põe/ponha/coloca/bota em/ | vamos de | mude o/ fim/final/término/horário/tempo/prazo para/pra | muda o/ fim/final/término/horário/tempo/prazo para/pra | mudar o/ fim/final/término/horário/tempo/prazo para/pra | termine/termina/acabe/acaba | na verdade só | ou melhor | melhor deixar | melhor deixar em | quero_dizer | digo | passa/passe para/pra |
      mudar/mude/muda/trocar/troque/troca/alterar/altere/altera/passar/passe/passa/encurtar/encurte/encurta/reduzir/reduza/reduz isso/ para/pra | na_verdade/melhor/aliás é/são/fica/só/apenas | encurtar | encurte | encurta | melhor deixa/deixe em/só/ | quis dizer | eu quis dizer | pensando bem/melhor`,
  },
  talk: {
    hello: `olá/oi/oie/oii/oiii/opa/e_aí/eaí/e_ai/eae/salve/alô/hey/hello/hi/fala bot/pessoal/tudo_bem/tudo_bom/gente/de_novo/tudo_certo/amigo/ | bom dia | boa tarde | boa noite | bom dia bot/pessoal/tudo_bem/a_todos | boa tarde bot/pessoal/tudo_bem/a_todos | olá/oi bom_dia/boa_tarde/boa_noite | tudo/td bem/bom/certo/joia/tranquilo com_você/ | como vai/você_está/está/vc_tá/vai_você/estão/tá | beleza | blz | você_está/vc_tá/tá aí | tem alguém aí | fala aí | bão`,
    thanks: `obrigado/obrigada/brigado/brigada/obg/obgd/vlw/valeu/agradeço/agradecido/agradecida/thanks/thx/grato/grata/obrigadão/obrigadinho/valeu_mesmo bot/pela_ajuda/por_tudo/por_ajudar/demais/mesmo/amigo/cara/ | muito obrigado/obrigada pela_ajuda/por_tudo/bot/ | obrigado/obrigada de novo/coração | ok/tá/beleza/blz/certo/perfeito/ótimo/show/legal/boa/bom/sim/não obrigado/obrigada/valeu/vlw | ok muito obrigado/obrigada | era só isso obrigado/obrigada | é só isso obrigado/obrigada | tmj | muito grato/grata | você é demais/dez/ótimo/um_anjo |
      obrigado/obrigada/valeu/vlw/obg viu/de_novo/por_isso | te agradeço | isso obrigado/obrigada`,
    bye: `tchau/até_logo/até_mais/até_amanhã/até_breve/até/até_a_próxima/até_segunda/adeus/falou/flw/fui/bye/tchauzinho/até_já/até_depois bot/pessoal/gente/ | tchau tchau | bom fim_de_semana/descanso/final_de_semana | boa noite e até_amanhã | boa semana | tenha um/uma bom/boa/ótimo/ótima dia/tarde/noite/fim_de_semana/semana | nos vemos | nos falamos | a gente se fala/vê | até mais tarde | fui embora | bom feriado |
      abraço/abraços/abs/beijo/beijos/bjs/tchau_obrigado/tchau_obrigada/inté pessoal/gente/ | um abraço | tchau então | até semana que_vem`,
    fine: `ok/okay/okey/tá/tá_bom/tá_bem/ta_bom/está_bem/está_bom/beleza/blz/certo/certinho/perfeito/ótimo/excelente/show/show_de_bola/legal/massa/maneiro/boa/bom/joia/tranquilo/entendi/entendido/combinado/fechado/maravilha/maravilhoso/kkk/kkkk/kkkkk/haha/hahaha/rsrs/rs/lol/hm/hmm/ah/ah_tá/ah_ok/aham/uhum/sensacional/top/demais/muito_bem/muito_bom/bacana/bem_feito/bom_trabalho/bom_bot/tudo_certo/anotado/recebido/👍/👌/🙏/😀/😂/😊/❤️/🎉/nice/cool/teste/testando/pronto/uau/eita/interessante/faz_sentido/que_bom/que_legal/deu_certo/funcionou/adorei/amei/gostei/é_isso/é_isso_aí/isso_aí/suave/de_boa_então/vixe/nossa | ok ok | muito legal | que ótimo | ficou ótimo |
      tá certo | saquei | hum | ah sim | beleza então | parabéns | ok beleza/certo/entendi/legal | mandou bem | tá ótimo | ficou bom/perfeito | bom saber | tá beleza`,
    drop: `não/nada/não_obrigado/não_obrigada/esquece/deixa/deixa_pra_lá/deixa_para_lá/deixa_quieto/tanto_faz/não_importa/não_precisa/não_precisa_mais/cancelar/cancela/cancele/melhor_não/não_era_nada/nada_não/de_jeito_nenhum/nem_um/nenhum/nenhuma/nenhum_dos_dois/nenhuma_das_duas/para/pare/abortar/não_é_necessário/não_não/não_quero/não_quero_mais/não_quero_nada/nops/nope/nem_pensar/esqueça/esquece_isso/esqueça_isso/deixe/deixe_estar/deixa_estar/agora_não/hoje_não/bobagem/foi_mal/foi_engano/foi_sem_querer obrigado/obrigada/ | não deixa | não esquece | ah deixa |
      nah | deixe_pra_lá/nem_precisa/deixa_assim/não_é_nada/não_faz_mal/negativo/desisto/desisti/sem_problema`,
    yes: `sim/sim_por_favor/sim_obrigado/isso/isso_mesmo/exato/exatamente/claro/claro_que_sim/com_certeza/pode_ser/pode_sim/pode/confirmo/confirmado/correto/positivo/quero/quero_sim/sim_quero/faz_isso/faça_isso/manda_ver/bora/vai/s/ss/sim_sim/yes/aceito/com_certeza_sim/é_sim/é_isso_sim/por_favor_sim |
      certeza | vamos | confirmar | pode fazer/confirmar | é claro | sim claro/pode | perfeitamente | simm`,
  },
  roles: {
    polite: `
      por favor | por gentileza | porfa | porfavor | pfv | pf | pfvr | pls | obrigado | obrigada | obg | vlw | valeu | muito obrigado | muito obrigada | desde já | grato | grata | olá | oi | oie | opa | e aí | ei | hey | bom dia | boa tarde | boa noite | tudo bem | tudo bom | agora | agora mesmo | já | imediatamente | nesse momento | neste momento | no momento | a partir de agora | a partir de já | desde agora | de imediato | atualmente | então | bot | simplesmente | ok | beleza | blz | tá | tá bom | bem | bom | ah | ó | olha | veja | aí | aqui | pra já | se possível | se puder | se for possível | se não for incômodo | quando puder | sff | né | viu | hein | please | só | apenas | gente | pessoal | amigo | rapidão | hoje mesmo | por enquanto mesmo | de uma vez | ai | tipo assim | mano | cara | querido | querida | gentilmente | logo |
      favor | tenha a bondade | faça o favor | faz favor | por obséquio`,
    request: `
      você/vc/cê me coloca/deixa/põe/bota/marca/muda | pode | você pode | vc pode | cê pode | poderia | você poderia | vc poderia | consegue | você consegue | vc consegue | dá pra | dá para | tem como | será que você pode | será que pode | pode por favor | você pode por favor | pode me | você pode me | poderia me | consegue me | dá pra me | tem como me | você poderia me | vc pode me | vc poderia me | seria possível | é possível | me faz um favor | me faça um favor | faz um favor | faz o favor de | faça o favor de | por gentileza pode | daria pra | daria para | queria que você | gostaria que você | preciso que você | quero que você | quero que vc | preciso que vc | importa-se de | você se importa de | se importa de |
      cê poderia/consegue/podia | você/vc/ podia/conseguiria/teria_como | será que dá_pra/dá_para/tem_como/você_poderia/você_consegue/poderia/consegue | tem jeito de | haveria como | teria como | o_senhor/a_senhora pode/poderia | tu pode/podes/consegue | podes | poderias`,
    verb: `
      você/vc/cê me coloca/deixa/põe/bota/marca/muda | coloque | coloca | colocar | me coloque | me coloca | me colocar | ponha | põe | pôr | por | me ponha | me põe | bota | botar | bote | me bota | me bote | define | defina | definir | me defina | mude | muda | mudar | me mude | me muda | troque | troca | trocar | altere | altera | alterar | configure | configura | configurar | ajuste | ajusta | ajustar | marque | marca | marcar | me marque | me marca | deixe | deixa | deixar | me deixe | me deixa | me deixar | ative | ativa | ativar | ligue | liga | ligar | mostre | mostra | mostrar | me mostre | me mostra | exiba | exibe | exibir | seta | setar | sete | me seta | atualize | atualiza | atualizar | fique | fica | ficar | entre | entra | entrar | mantenha | mantém | manter | me mantenha | me mantém | use | usar | usa | ser | estar | aparecer | aparecendo | passe | passa | passar | me passe | me passa | habilite | habilitar | habilita | inicie | iniciar | vire | virar | vira | faça | faz | estabeleça | estabelecer | defini-lo | colocar-me | coloque-me | deixe-me | marque-me | defina-me | mostre-me | altere-me | mude-me | sinalize | sinaliza | sinalizar | faça com que eu fique | registra | registre | transforme | sair | saio | tirar um | tirar uma | me tire | fazer`,
    lookUp:
      'mostre | mostra | mostrar | ver | veja | exibir | me mostre | me mostra | me diga | me diz | diga | consultar | conferir',
    am: `
      estou | eu estou | tô | eu tô | to | eu to | estarei | eu estarei | vou estar | eu vou estar | vou ficar | eu vou ficar | ficarei | fico | eu fico | vou | eu vou | sou | ando | sigo | continuo | permaneço | tou | eu | quero | eu quero | quero ficar | eu quero ficar | quero estar | queria | eu queria | queria ficar | gostaria | gostaria de | eu gostaria de | gostaria de ficar | gostaria de estar | preciso | eu preciso | preciso ficar | preciso de | eu preciso ficar | preciso estar | desejo | desejo ficar | entro | entrando | estou entrando | tô entrando | estou em modo | vou entrar | vou entrar em | vou precisar ficar | tenho | tenho que ficar | estou indo | tô indo | indo | saindo | estou saindo | tô saindo | vou sair | vou fazer | vou tirar | começo | começando | vou começar | me considere | considere-me | vou aparecer | quero aparecer | quero que eu fique | hoje estou | hoje eu estou | estou aqui | tenho uma | tenho um | vou ter | quero colocar | quero definir | quero mudar | preciso mudar | preciso colocar | vou mudar | gostaria de mudar | quero deixar | quero marcar |
      estou/tô/vou/ participando/participar de/da/do/em`,
    is: 'é | está | tá | são | estão | ficou | eh | parece | continua',
    self: 'eu | meu | minha | meus | minhas | mim | me | comigo',
    object: 'me | isso | o | a | isto | ele mesmo',
    noun: 'status | estado | presença | disponibilidade | status do teams | status no teams | status de presença | meu status do teams | situação',
    possessive: 'meu | minha | o meu | a minha',
    small: `
      o | a | os | as | um | uma | uns | umas | de | do | da | no | na | em | num | numa | ao | à | pro | pra | pro meu | com | no teams | do teams | teams | que | para mim | pra mim | lá | mesmo | também | totalmente | completamente | muito | bem | meio | bastante | definido | definida | colocado | colocada | próprio | neste | nesse | dos | das | aos | às | como sendo | sendo |
      em ponto | em pontinho`,
    to: 'como | para | pra | em | no | para o | pro | para a | em modo | no modo | para o modo | no estado | para o estado | no status | em status | no status de | ao | pro modo | de | por',
    mode: 'modo | status | ativo | ativado | ativada | estado',
    on: 'ativar | ativado | ativo | ligar | ligado | on | ativa | liga',
    off: 'desativar | desative | desativa | desligar | desligue | desliga | off | sair do | sair da | saia do | saia da | me tira do | me tira da | me tire do | me tire da | tirar do | encerrar | encerre | encerra | parar | pare | interromper | sair de | me tira de | me tire de | acabar com | acabe com | terminar | termine | finalizar | finalize | desativado | desligado',
    done: 'acabou | terminou | já acabou | já terminou | encerrou | está encerrado | chegou ao fim | encerrada | encerrado | terminado | terminada | finalizado | finalizada',
    clearVerb:
      'limpar | limpe | limpa | remover | remova | remove | tirar | tire | tira | apagar | apague | apaga | redefinir | redefina | redefine | resetar | resete | reseta | zerar | zere | excluir | exclua | exclui | cancelar | cancele | cancela | retirar | retire | retira | deletar | delete | deleta | eliminar | elimine | encerrar | encerre | clear | desfazer o | anular | anule | terminar | termine | finalizar | finalize',
    everything: 'tudo | todos | todas as coisas | absolutamente tudo',
    session: 'sessão | a sessão | minha sessão | sessão de | uma sessão | sessão como',
    preferred: 'preferido | preferida | preferencial | status preferido',
    message: `
      mensagem de status | minha mensagem de status | mensagem de status para | mensagem de status como | mensagem | minha mensagem | a/uma/minha/como/nova/de/ mensagem | a/minha/nova/ mensagem de_status para/como/pra/é/dizendo/que_diz/ | minha/a mensagem para/como/pra/é | recado | meu recado | recado de status | nota de status | texto de status | meu texto de status | mensagem do status | minha mensagem do teams | mensagem do teams | mensagem dizendo`,
    messageMark: `
      com a/uma/ mensagem | com a/uma/ mensagem de_status | com a/uma/ mensagem dizendo/que_diz/de | com o recado | com recado | com o texto | com texto | com a nota | com nota | com a observação | dizendo | dizendo que | escrito | escrevendo | e a/uma/ mensagem | e escreva | e coloque/põe/bota/coloca a/uma/ mensagem | e mensagem de status | motivo | com o motivo | com o aviso | nota | texto | obs | e diga | e recado | com o comentário | com comentário | e a mensagem de status | e com a mensagem | com os dizeres | recado`,
    until: `
      até | até as | até às | até a | até à | até o | até ao | ate | ate as | ate às | té | até lá pelas | até por volta das | até umas | até mais ou menos | no máximo até | até no máximo | de agora até | daqui até | a partir de agora até | até tipo | e até | até dar | até bater | no mais tardar | até chegar | até que sejam | até quando for`,
    untilMaybe: 'às | as | a | à | e | ao | e as | e às',
    through: 'até e incluindo | até inclusive',
    inclusive: 'inclusive | incluído | incluída | incluso',
    for: `
      por | durante | pelos/pelas próximos/próximas/seguintes | nos/nas/os/as próximos/próximas/seguintes/proximos/proximas | por uns | por umas | durante uns/umas/os/as/ próximos/próximas/ | por cerca de | por volta de | por mais ou menos | próximos | próximas | pela próxima | na próxima | a próxima | pelo próximo | no próximo | o próximo | por um período de | por um tempo de | pelo período de | pelo tempo de | pelo menos | no mínimo | no máximo | por no máximo | por até | x | por exatamente | exatamente | daqui a | uns | umas | coisa de | só por | apenas por | por apenas | só | mais ou menos por | por aproximadamente | duração de | com duração de | por uma duração de | durante cerca de | dentro dos próximos`,
    forAfter:
      'seguidos | seguidas | inteiros | inteiras | no total | corridos | corridas | exatos | exatas | de duração | direto | certinho | certinhos | redondas | no máximo',
    from: 'de | das | desde | desde as | a partir de | a partir das | a partir da | entre | entre as | da | do | a partir do | de hoje',
    in: 'em | daqui a | dentro de | daqui | em uns | em umas | daqui uns | daqui umas | após | em cerca de | em mais ou menos',
    inAfter: 'depois | mais tarde',
    at: 'às | as | à | ao | lá pelas | por volta das | pelas | nas',
    by: 'por | em',
    and: 'e | & | mais | com',
    about: `
      cerca de | cerca das | mais ou menos | aproximadamente | uns | umas | por volta de | por volta das | por volta do | por volta da | lá pelas | lá pelo | lá pra | perto de | perto das | perto do | em torno de | em torno das | quase | tipo | tipo umas | tipo uns | aprox | coisa de | pelas | lá para as | lá pras | beirando as | ali pelas | a uns | a umas`,
    aboutAfter:
      'mais ou menos | aproximadamente | aprox | ou algo assim | por aí | em média | e pouco | e pouquinho | e alguma coisa | ou por aí',
    halfAfter: 'e meia | e meio',
    next: 'próximo | próxima | o próximo | a próxima | seguinte | proxima | proximo',
    this: 'este | esta | esse | essa | deste | desta | neste | nesta',
    endOf: `
      fim de | fim do | fim da | o fim de | o fim do | o fim da | final de | final do | final da | o final de | o final do | o final da | término do | término da | o término do | acabar o | acabar a | terminar o | terminar a | encerrar o | finzinho do | finzinho da | fins de | fim desta | fim deste | final desta | final deste | o fim desta | o final desta | fim dessa | final dessa | o fim dessa | o final dessa`,
    restOf:
      'resto | o resto | o resto de | o resto do | o resto da | resto do | resto da | resto de | restante | o restante | o restante do | o restante da | restante do | restante da | pelo resto do | pelo resto da | pelo restante do | pelo restante da | o que resta do | o que resta da | todo o resto do | todo o resto da | todo | toda | inteiro | inteira | todinho | todinha',
    all: 'todo | toda | todo o | toda a | o inteiro | o todo | a toda | inteiro | inteira | durante todo o | durante toda a | durante o | durante a | por todo o | por toda a',
    more: 'mais | a mais | adicionais | extra | extras | mais uns | mais umas | por mais | outros | outras',
    another: 'outro | outra',
    still: 'ainda',
    back: `
      volto | voltarei | vou voltar | eu volto | retorno | retornarei | estou de volta | estarei de volta | tô de volta | de volta | voltando | regresso | só volto | devo voltar | chego | vou estar de volta | estou aqui de novo | volta | estarei aqui`,
    extend: `
      estender | estenda | estende | prolongar | prolongue | prolonga | prorrogar | prorrogue | prorroga | aumentar | aumente | aumenta | ampliar | amplie | amplia | adicionar | adicione | adiciona | acrescentar | acrescente | acrescenta | somar | some | soma | esticar | estique | estica | alongar | alongue | alonga | dá mais | me dá | me dê | dê | põe mais | coloca mais | bota mais | continue | continuar | extensão | prorrogação | extend | estender por | prolongar por | estica por | estende por | estenda por | manter por | mantém por | mantenha por`,
    endless:
      'para sempre | pra sempre | sempre | indefinidamente | por tempo indeterminado | por tempo indefinido | permanentemente | eternamente | sem fim | sem limite | sem prazo | sem data para acabar | até o infinito | ilimitado',
    vague: `
      um tempo | um tempinho | um pouco | um pouquinho | por um tempo | por um tempinho | um bom tempo | um momento | um momentinho | um instante | um instantinho | algum tempo | algumas horas | alguns minutos | alguns dias | umas horas | uns minutos | uns minutinhos | uns dias | várias horas | vários minutos | poucos minutos | poucas horas | umas horinhas | umas boas horas | um tempão | muito tempo | pouco tempo | bastante tempo | por ora | por enquanto | por agora | temporariamente | provisoriamente | até segunda ordem | até novo aviso | até mais tarde | mais tarde | depois | daqui a pouco | em breve | até logo mais | um minutinho | um segundinho | uma horinha ou duas | um bocado | um período | até daqui a pouco | até eu avisar | até eu voltar | até quando eu quiser | uns tempos | até certo ponto`,
    question: `
      qual | quais | quando | como eu | como é | como é que | como faço | como posso | como funciona | como se | onde | quem | por que | por quê | pq | quanto | quanta | quantos | quantas | o que | que horas | até quando | até que horas | será que | será | você está | você é | você sabe | sabe se | sabe | sabia | tem alguém | há | existe | a que horas | cadê | de quem | com quem | para quem | pra quem | quê | estou mesmo | onde é que | vc tá | você tá | tem gente | dá para saber | consigo | eu consigo | preciso mesmo`,
    explain:
      'o que significa | o que quer dizer | explique | explica | me explica | me explique | o que é | para que serve | pra que serve | o que faz | o que acontece com',
    whatIf:
      'simular | simule | simula | o que aconteceria se | o que acontece se | e se eu dissesse | prévia de | pré-visualizar | pré visualizar | simulação de | simulação | testar sem enviar | o que você enviaria com | o que seria',
    bygone: `
      estava | estive | ontem | anteontem | era | fui | foi | foram | fazia | havia | tive | tinha | teve | tivemos | semana passada | na semana passada | mês passado | no mês passado | ano passado | passado | passada | mudei | mudou | coloquei | colocou | colocaram | defini | definiu | deixei | deixou | marquei | marcou | estávamos | estavam | fiquei | ficou | ficamos | hoje cedo eu estava | mais cedo | agora há pouco | agora pouco | antes eu estava | tava | eu tava | já estive | já fiquei | passei | passou | esteve | estiveram | botei | botou | acabei de | saí | saiu | recentemente | ultimamente | há pouco | outro dia | costumava | vinha`,
    other: `
      ele | ela | eles | elas | nós | a gente | vocês | você | vc | vcs | tu | te | lhe | nos | nosso | nossa | nossos | nossas | seu | sua | seus | suas | dele | dela | deles | delas | teu | tua | chefe | meu chefe | minha chefe | gerente | meu gerente | minha gerente | colega | colegas | meu colega | minha colega | meus colegas | equipe | a equipe | minha equipe | nossa equipe | time | meu time | o time | pessoas | as pessoas | alguém | ninguém | todo mundo | todos nós | os outros | outros | outra pessoa | cliente | o cliente | clientes | amigo | amiga | meu amigo | minha amiga | esposa | marido | minha esposa | meu marido | filho | filha | mãe | pai | irmão | irmã | senhor | senhora | sr | sra | dona | seu joão | diretor | diretora | estagiário | estagiária | funcionário | funcionária | usuário | usuários | secretária | coordenador | coordenadora | galera | o pessoal | a turma | o bot | a impressora | o banheiro | a sala | a linha | o sistema | o servidor | todos os colegas | o joão | a maria | o pedro | a ana | João | Maria | Ana | Pedro | Carlos | Paulo | Lucas | Bruno | Fernanda | Juliana | Mariana | Rafael | ocupados | ocupadas | disponíveis | ausentes | livres | reunidos | o computador | o telefone está`,
    report: `
      disse | diz que | dizem | disseram | falou | falaram | falei | eu disse | me disse | me falou | me disseram | segundo | contou | comentou | perguntou | pergunta | me perguntou | perguntaram | escreveu | respondeu | acha que | acham que | ouvi | ouvi dizer | li que | vi que | li | leia | parece que | avisou | avisaram | me avisou | informou | afirmou | supostamente | teria dito | mandou dizer | pediu para | pediu pra | citação | cita | soube que | sei que | fala que | falam que`,
    condition: `
      se | quando | quando eu | assim que | enquanto | a menos que | a não ser que | exceto | exceto se | sempre que | toda vez que | cada vez que | antes de | antes que | depois que | logo que | caso | no caso de | em caso de | desde que | contanto que | mesmo se | mesmo que | embora | sem que | só se | somente se | apenas se | na hora que | quando for | tão logo | uma vez que | se eu | sem`,
    maybe: `
      talvez | queria estar | eu queria estar | queria ter ficado | posso | eu posso | devo | eu devo | será que posso | quem sabe | pode ser que | possivelmente | provavelmente | acho | acho que | eu acho | eu acho que | penso que | penso em | imagino | suponho | poderia estar | deveria | eu deveria | devia | seria | estaria | ficaria | estou pensando | estou pensando em | tô pensando | tô pensando em | pensando em | não sei se | não tenho certeza | duvido | me pergunto se | quem dera | tomara | eventualmente | hipoteticamente | digamos | imagina | imagine | imagine que | supondo | suponhamos | por acaso | é capaz de | vai que | mensagem para o | mensagem para a | mensagem pro | mensagem pra | uma mensagem para | mande uma mensagem | manda uma mensagem | enviar mensagem | envie uma mensagem | se calhar | tenho que ver | preciso ver se | tinha que | teria que | tentar | tento`,
    negation: `
      não | nunca | jamais | nada | nem | nenhum | nenhuma | tampouco | de jeito nenhum | de forma alguma | de modo algum | não me coloque | não coloque | não mude | não me deixe | não quero | não estou | não vou | ainda não | nunca mais | não precisa | não é pra | não é para | não faça | pare de | evite | evitar | nem pense | num | n | ñ | naum | não ative`,
    noLonger:
      'não mais | não estou mais | não quero mais | não quero mais ficar | não quero mais estar | já não estou | já não | não tô mais | não preciso mais | não preciso mais ficar | deixei de estar | deixo de estar | não vou mais ficar | não fico mais | não to mais | já não tô | não estarei mais | não sou mais',
    sequence:
      'e depois | depois disso | e então | em seguida | e em seguida | primeiro | depois me | e aí me | logo após | logo depois | na sequência | mais tarde me | e mais tarde | posteriormente | e por fim | aí depois | e aí',
    correction:
      'não espera | espera | espere | pera | peraí | desculpa | desculpe | quis dizer | corrigindo | correção | em vez de | ao invés de | no lugar de | mas sim | ops | errei | errado | me enganei | opa não | minto | retificando',
    or: 'ou | ou então | ou seja | quer',
    recurring: `
      cada | todo dia | todos os dias | todas as semanas | toda semana | toda manhã | toda tarde | toda noite | todas as manhãs | todas as tardes | todas as noites | diariamente | semanalmente | mensalmente | toda segunda | toda terça | toda quarta | toda quinta | toda sexta | todo sábado | todo domingo | às segundas | às terças | às quartas | às quintas | às sextas | aos sábados | aos domingos | todas as segundas | todas as terças | todas as quartas | todas as quintas | todas as sextas | todos os sábados | todos os domingos | de segunda a sexta | durante a semana | dias úteis | em dias úteis | nos dias úteis | todo dia útil | nos fins de semana | aos fins de semana | todo fim de semana | todos os fins de semana | todos os finais de semana | todo mês | regularmente | normalmente | geralmente | de manhã todo dia | a cada | cada dia | segundas | terças | quartas | quintas | sextas | sempre às | sempre das | pelas manhãs | diário | semanal`,
  },
  units: {
    second: 'segundo | segundos | seg | segs',
    minute: 'minuto | minutos | min | mins | minutinho | minutinhos | minutim | mn',
    hour: 'hora | horas | h | hs | hr | hrs | horinha | horinhas',
    day: 'dia | dias | diazinho',
    week: 'semana | semanas | semaninha',
    fortnight: 'quinzena | quinzenas',
    month: 'mês | meses',
    year: 'ano | anos',
  },
  numbers: {
    0: 'zero',
    1: 'um | uma | mais um | mais uma | só um | só uma',
    2: 'dois | duas | um par de | umas duas | uns dois',
    3: 'três',
    4: 'quatro',
    5: 'cinco',
    6: 'seis',
    7: 'sete',
    8: 'oito',
    9: 'nove',
    10: 'dez',
    11: 'onze',
    12: 'doze | uma dúzia de',
    13: 'treze',
    14: 'quatorze | catorze',
    15: 'quinze',
    16: 'dezesseis | dezasseis',
    17: 'dezessete',
    18: 'dezoito',
    19: 'dezenove',
    ...compounds(),
    100: 'cem | cento',
    105: 'cento e cinco',
    110: 'cento e dez',
    115: 'cento e quinze',
    200: 'duzentos | duzentas',
    0.5: 'meia | meio | meia-',
  },
  lengths: {
    900: 'um quarto de hora | quarto de hora',
    1800: 'meia hora | meia horinha | meia horinha só | meia-hora | uma meia hora | meia h | meiahora',
    2700: 'três quartos de hora | 3 quartos de hora',
    3600: 'próxima hora | a próxima hora | na próxima hora | pela próxima hora | uma horinha',
    5400: 'hora e meia | uma hora e meia | horinha e meia | uma horinha e meia | próxima hora e meia',
    43200: 'meio período de 12 horas',
    129600: 'um dia e meio | dia e meio',
  },
  weekdays: [
    'segunda | segunda feira | segundona | seg | 2ª | 2a feira',
    'terça | terça feira | ter | 3ª | 3a feira',
    'quarta | quarta feira | qua | 4ª | 4a feira',
    'quinta | quinta feira | qui | 5ª | 5a feira',
    'sexta | sexta feira | sex | 6ª | 6a feira | sextou',
    'sábado | sáb',
    'domingo | dom',
  ],
  months: [
    'janeiro | jan',
    'fevereiro | fev',
    'março | mar',
    'abril | abr',
    'maio | mai',
    'junho | jun',
    'julho | jul',
    'agosto | ago',
    'setembro | set',
    'outubro | out',
    'novembro | nov',
    'dezembro | dez',
  ],
  days: {
    0: 'hoje | hj | de hoje | o dia de hoje | hoje mesmo',
    1: 'amanhã | amanha | amnh | o dia de amanhã | amanhã mesmo',
    2: 'depois de amanhã | depois de amanha',
    '-1': 'ontem',
  },
  dayparts: {
    morning: `
      manhã | a manhã | da manhã | de manhã | pela manhã | de manhãzinha | cedo | bem cedo | na manhã | madrugada | da madrugada | de madrugada | na madrugada | logo cedo | a madrugada | manha | da manha | de manha`,
    afternoon: `tarde | a tarde | da tarde | de tarde | à tarde | pela tarde | na tarde | à tardinha | tardinha | de tardinha`,
    night: 'noite | a noite | da noite | de noite | à noite | pela noite | na noite | de noitinha | noitinha',
  },
  today: {
    morning: 'esta manhã | essa manhã | nesta manhã | nessa manhã | hoje de manhã | hoje pela manhã',
    afternoon:
      'esta tarde | essa tarde | nesta tarde | nessa tarde | hoje à tarde | hoje de tarde | hoje a tarde | hj à tarde | hj a tarde | hoje pela tarde',
  },
  tonight: 'hoje à noite | hoje a noite | esta noite | essa noite | hoje de noite',
  splits: [
    'não_me_incomode/não_me_incomodem/não_incomodar/não_me_perturbe/não_me_interrompam … antes_das = doNotDisturb until',
    'antes_das … não_me_incomode/não_me_incomodem/não_incomodar = until doNotDisturb',
  ],
  clock: {
    noon: 'meio dia | meio-dia | o meio dia | ao meio dia | doze do dia | 12 do dia | 12h da tarde | meiodia',
    midnight:
      'meia noite | meia-noite | a meia noite | à meia noite | doze da noite | 12 da noite | zero hora | meianoite | 0 hora',
  },
  periods: {
    day: 'dia | o dia | o meu dia | meu dia | jornada',
    week: 'semana | semana de trabalho',
    weekend: 'fim de semana | final de semana | o fim de semana | o final de semana | fds',
    month: 'mês',
    year: 'ano',
    hour: 'hora cheia',
  },
  endsOfPeriods: {
    day: 'fim do dia | final do dia | o fim do dia | o final do dia | acabar o dia | o dia acabar | terminar o dia | finalzinho do dia | término do dia | fim da noite | o dia terminar',
    week: 'fim da semana | final da semana | o fim da semana | o final da semana',
    month: 'fim do mês | final do mês | fim de mês | o fim do mês | o final do mês',
    year: 'fim do ano | final do ano | fim de ano | final de ano',
  },
  unclearEnds: `
    fim do expediente | final do expediente | o fim do expediente | o final do expediente | fim do horário comercial | final do horário comercial | fim da jornada | fim do dia útil | fechamento |
    almoço | o almoço | a hora do almoço | hora do almoço | depois do almoço | a janta | jantar | o jantar | o café | o lanche | reunião | a reunião | a próxima reunião | minha próxima reunião | acabar a reunião | terminar a reunião | a reunião acabar | a reunião terminar | depois da reunião | mais tarde | depois | logo | em breve | sair | eu sair | ir embora | eu ir embora | eu voltar | voltar | acabar | terminar | eu terminar | eu acabar | segunda ordem | novo aviso | eu avisar | avisar | expediente | a saída | o intervalo | a pausa | a ligação | a chamada | eu almoçar | almoçar | então | lá | certa hora | tarde da noite | o fim da reunião | o final da reunião | o fim da ligação | dormir | a noitinha | o pôr do sol | eu mudar | eu cancelar | logo mais | o horário do almoço | quando der`,
  patterns: [
    'clock: {hour} e_meia = hour +30',
    'clock: meio_dia/o_meio_dia/ao_meio_dia e_meia = 12 +30 @24',
    'clock: meio_dia/o_meio_dia/ao_meio_dia e {minute} = 12 +minute @24',
    'clock: meia_noite/a_meia_noite/à_meia_noite e_meia = 0 +30 @24',
    'clock: meia_noite/a_meia_noite/à_meia_noite e {minute} = 0 +minute @24',
    'clock: {hour} horas/h/hs e_meia = hour +30 @24',
    'clock: {hour} e_um_quarto = hour +15',
    'clock: {hour} e {minute} minutos/min? = hour +minute',
    'clock: {hour} horas/h/hs/hrs e? {minute} minutos/min/m? = hour +minute @24',
    'clock: {hour} horas/h/hs/hrs/hora = hour @24',
    'clock: {hour} h/hs/hrs : {minute} = hour +minute @24',
    'clock: {hour} h {minute} = hour +minute @24',
    'clock: {hour} : {minute} h/hs/hrs/horas = hour +minute @24',
    'clock: {hour} em_ponto = hour',
    'clock: {minute} minutos/min/mins depois_das/depois_da {hour} = hour +minute',
    'clock: {minute} minutos/min/mins antes_das/antes_da {hour} = hour -minute',
    'clock: {minute} minutos/min? antes_das/para_as/pras {hour} e {n} = hour +n -minute',
    'clock: {hour} pm/p_m e_meia = hour +720 +30',
    'clock: {hour} menos {minute} = hour -minute',
    'clock: {hour} menos_um_quarto = hour -15',
    'clock: {minute} minutos/min? para/pra/pras/pro as/à/a/o/? {hour} horas/h? = hour -minute',
    'clock: {minute} minutos/min? pras/para_as/para_a/pra_uma/pras {hour} horas/h? = hour -minute',
    'clock: um_quarto/quinze para/pras/para_as {hour} = hour -15',
    'clock: {minute} minutos/min? para_o/pro/para/pra_o/pra meio_dia = 13 -60 -minute',
    'clock: {minute} minutos/min? para_a/pra/para/pra_a meia_noite = 24 -minute',
    'clock: faltando {minute} minutos/min? para/pra/pras/para_as {hour} = hour -minute',
    'length: {n} e_meia/e_meio {unit} = n unit 0.5 unit',
    'length: {n} {unit} e_um_quarto = n unit 0.25 unit',
    'length: {n} {unit} e {minute} minutos/min/m? = n unit minute minute',
    'length: {n} hora/horas {minute} = n hour minute minute',
    'length: meio_minuto = 30 second',
    'day: {d} de {month} = month month day d',
    'day: {d} de {month} de {year} = month month day d year year',
    'day: primeiro/1º de {month} = month month day 1',
    'day: dia/o_dia {d} = day d',
    'day: dia/o_dia 1º/primeiro = day 1',
    'day: o {d} = day d',
    'day: dia/o_dia {d} de {month} = month month day d',
    'day: {weekday} que_vem = weekday weekday next',
    'day: {weekday} da_semana_que_vem/da_próxima_semana/da_outra_semana = weekday weekday week',
    'day: semana_que_vem/a_semana_que_vem/a_próxima_semana/próxima_semana = weekday 1 week',
    'day: daqui_a_uma_semana/daqui_uma_semana = offset 7',
  ],
  say: {
    words: {
      available: 'disponível',
      busy: 'ocupado',
      dnd: 'não incomodar',
      brb: 'volto já',
      away: 'ausente',
      offline: 'offline',
      presenting: 'apresentando',
      'in a call': 'em uma chamada',
      'in a conference call': 'em uma teleconferência',
      clear: 'limpar',
      'clear everything': 'limpar tudo',
      'clear message': 'limpar mensagem',
      undo: 'desfazer',
      'sign out': 'sair da conta',
      'forget me': 'me esqueça',
      'resume meetings': 'retomar reuniões',
      meetings: 'reuniões',
      'meetings off': 'desativar reuniões',
      'pause meetings': 'pausar reuniões',
      extend: 'estender',
      message: 'mensagem',
      'end of day': 'o fim do dia',
      midnight: 'meia-noite',
      minutes: 'minutos',
      hours: 'horas',
      '30 minutes': '30 minutos',
      '1 hour': '1 hora',
      '2 hours': '2 horas',
      '30 days': '30 dias',
    },
    until: 'até {}',
    order: '{status} {end}',
    tomorrow: 'amanhã',
  },
};
